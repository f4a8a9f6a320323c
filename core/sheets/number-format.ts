/** Whether a number under this format is a day or a time. `null` is General. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    // [h], [mm] and [ss] count hours past a day; every other bracket is a colour, condition or locale.
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]
  return /[ymdhs]/i.test(bare ?? '') && !/general/i.test(bare ?? '')
}

const DAY_MS = 86_400_000

/**
 * A sheet's day number as local ISO text.
 *
 * In the 1900 system day 60 is a 29 February that never was; days before it are one off, as in Excel.
 */
export function dateOfSerial(serial: number, is1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined
  const whole = Math.floor(serial)
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const seconds = Math.round((serial - whole) * 86_400)
  const instant = new Date(first + whole * DAY_MS + seconds * 1000)
  if (instant.getUTCFullYear() > 9999) return undefined
  const iso = instant.toISOString()
  if (serial < 1 && seconds > 0) return iso.slice(11, 19)
  return seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** Digits without an exponent: `1.38E+10` in the file's XML is thirteen billion eight hundred million. */
export function exactDigits(raw: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)[eE]([+-]?\d{1,3})$/.exec(raw)
  if (!match) return raw
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  if (point < -20 || point > 40) return raw
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  const [left, right] = [padded.slice(0, at).replace(/^0+(?=\d)/, ''), padded.slice(at).replace(/0+$/, '')]
  return `${sign === '-' ? '-' : ''}${left}${right ? `.${right}` : ''}`
}

/** Seventeen digits are how a file stores 0.1 + 0.2; fifteen are what a person typed. */
export function typedDigits(raw: string): string {
  if (/^-?\d+\.0+$/.test(raw)) return raw.slice(0, raw.indexOf('.'))
  if (raw.length < 17 || !/^-?\d*\.\d+$/.test(raw)) return raw
  const value = Number(raw)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw
}

/** The number as the sheet shows it where that says more than its digits: a code with zeros, a share, a phone. */
export function shownNumber(digits: string, code: string | null): string {
  if (code === null || /general|[@?/]/i.test(code)) return digits
  const section = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '').replace(/_./g, '')
  if (section.includes('%')) return `${Number((Number(digits) * 100).toPrecision(15))}%`
  if (!/^\d+$/.test(digits)) return digits
  if (/^0{2,}$/.test(section)) return digits.padStart(section.length, '0')
  return /^0[0\\" -]+$/.test(section) ? patterned(digits, section) : digits
}

/** `000-0000-0000` and the like: digits laid into the zeros from the right. */
function patterned(digits: string, section: string): string {
  const shape = section.replaceAll('\\', '').replaceAll('"', '')
  const zeros = shape.replace(/[^0]/g, '').length
  const padded = digits.padStart(zeros, '0')
  let at = padded.length
  let shown = ''
  for (let i = shape.length - 1; i >= 0; i--) shown = (shape[i] === '0' ? padded[--at] : shape[i]) + shown
  return padded.slice(0, at) + shown
}
