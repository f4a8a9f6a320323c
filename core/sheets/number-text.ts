/** A number as people type it: 1,234.5 · １２３ · ¥1,200 · 1.2万 · (300) · 50%. Undefined when it is none. */
export function readNumberText(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,'’]/g, (separator) => (separator === ',' ? ',' : ''))
  const match =
    /^(\()?([+-])?(?:¥|￥|\$|€|£|RMB|CNY|USD|HK\$|NT\$)?([+-])?(\d[\d,]*\.?\d*|\.\d+)(?:e([+-]?\d{1,3}))?(%|万元|亿元|万|亿|元|块|圆)?(\))?$/i.exec(
      plain,
    )
  if (!match) return undefined
  const [, open, before, after, digits = '', exponent, unit, closing] = match
  if (Boolean(open) !== Boolean(closing) || !commasFit(digits)) return undefined
  const negative = Boolean(open) || before === '-' || after === '-'
  const scale = unit?.startsWith('万') ? 1e4 : unit?.startsWith('亿') ? 1e8 : unit === '%' ? 0.01 : 1
  const value = Number(`${digits.replaceAll(',', '')}e${exponent ?? 0}`) * scale
  if (!Number.isFinite(value)) return undefined
  const exact = scale === 1 ? value : Number(value.toPrecision(15))
  return negative && exact !== 0 ? -exact : exact
}

/** Whether a spreadsheet has written this over a long number, whose digits are then lost: `1.38E+10`. */
export function isRoundedNumber(text: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d{2}$/i.test(text.trim())
}

/** 1,234,567 and 12,3456 (万 counting) are numbers; 1,2,3 and 010,22 are lists. */
function commasFit(digits: string): boolean {
  const whole = digits.split('.')[0] ?? ''
  return !whole.includes(',') || /^\d{1,3}(?:,\d{3})+$/.test(whole) || /^\d{1,4}(?:,\d{4})+$/.test(whole)
}

/** 是/否, yes/no, TRUE, √, Y … Undefined when it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (/^(?:是|对|有|真|√|✓|✔|y|yes|true|t|1|on|☑|已.{0,2}|开)$/.test(word)) return true
  if (/^(?:否|不是|不|没有|无|假|×|✗|✘|x|n|no|false|f|0|off|☐|未.{0,2}|关)$/.test(word)) return false
  return undefined
}
