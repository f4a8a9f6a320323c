import { hanNumber, numberOf } from './numerals.ts'

const traditional: Record<string, string> = {
  週: '周',
  禮: '礼',
  後: '后',
  號: '号',
  農: '农',
  曆: '历',
  歷: '历',
  陰: '阴',
  舊: '旧',
  個: '个',
  兩: '两',
  閏: '闰',
  臘: '腊',
  節: '节',
  國: '国',
  慶: '庆',
  陽: '阳',
  點: '点',
  聖: '圣',
  誕: '诞',
  勞: '劳',
  動: '动',
  這: '这',
}

/** Typed text made comparable: full-width as half-width, traditional as simplified, blanks out of Chinese. */
export function plainDate(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/\p{Script=Han}/gu, (character) => traditional[character] ?? character)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
  return /\p{Script=Han}/u.test(plain) ? plain.replace(/ (?!\d{1,2}:)/g, '') : plain
}

export interface LunarWords {
  readonly year: number | null
  readonly month: number | null
  readonly leapMonth: boolean
  readonly day: number | null
}

const number = String.raw`(?:\d{1,2}|${hanNumber})`
const lunar = new RegExp(
  `^(?<marker>农历|阴历|旧历|lunar:? ?)?(?:(?<year>\\d{4})[年./-]?)?` +
    `(?:(?<leap>闰)?(?<month>正|冬|腊|${number})[月./-])?(?<day>初${hanNumber}|${number})?[日号]?$`,
)

/** Reads a lunar date that says it is one: by 农历, or by a word only lunar dates have (正月, 腊月, 闰, 初三, 廿三). */
export function splitLunar(plain: string): LunarWords | null {
  const groups = lunar.exec(plain)?.groups
  if (groups === undefined) return null
  const { marker, year, leap, month, day } = groups
  if (marker === undefined && leap === undefined && !/[正冬腊]月|初|廿/.test(plain)) return null
  if (year === undefined && month === undefined) return null
  return {
    year: year === undefined ? null : Number(year),
    month: month === undefined ? null : lunarMonth(month),
    leapMonth: leap !== undefined,
    day: day === undefined ? null : numberOf(day),
  }
}

function lunarMonth(text: string): number {
  const named = { 正: 1, 冬: 11, 腊: 12 }[text]
  return named ?? numberOf(text)
}
