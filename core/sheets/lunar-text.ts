import { type DateParts, partsOfDate } from '#contract/partial-date.ts'

const digits = '〇一二三四五六七八九'
const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const otherMonths: Readonly<Record<string, number>> = { 一: 1, 十一: 11, 十二: 12, 元: 1, 臘: 12 }

/**
 * 农历八月十五, 闰六月初三, 1984年腊月三十, 农历1984年8月15日, lunar:--08-15 …
 *
 * Undefined unless the text says that it is lunar, by 农历/阴历/旧历 or by its own words for months and days.
 */
export function readLunarText(text: string): DateParts | undefined {
  if (text.startsWith('lunar:')) return partsOfDate(text) ?? undefined

  const bare = text.replace(/[\s()\uFF08\uFF09:\uFF1A]/g, '').replace(/^(?:公历|阳历|新历).*/, '')
  const marked = /农历|農曆|阴历|陰曆|旧历|舊曆|夏历/.test(bare)
  const rest = bare.replace(/农历|農曆|阴历|陰曆|旧历|舊曆|夏历/g, '').replace(/閏/g, '闰')
  if (marked) {
    const numeric = /^(?:(\d{4})[年/.-])?(闰)?(\d{1,2})[月/.-](\d{1,2})[日号]?$/.exec(rest)
    if (numeric) {
      return partsOf(
        numeric[1] ? Number(numeric[1]) : null,
        Number(numeric[3]),
        numeric[2] === '闰',
        Number(numeric[4]),
      )
    }
  }
  const match =
    /^(?:([\d〇零○一二三四五六七八九]{4})?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?年)?(闰)?(十[一二]|[正元一二三四五六七八九十冬腊臘])月(.{1,3})?$/.exec(
      rest,
    )
  if (!match) return undefined
  const day = match[4] ? dayOf(match[4].replace(/[日号]$/, '')) : null
  // 三月五日 without a mark is how a solar day is written out; 三月初五 can only be lunar.
  const isLunarWord = /[正元冬腊臘闰]/.test(rest) || /初|廿|卅/.test(match[4] ?? '')
  if (day === undefined || (!marked && !isLunarWord)) return undefined
  const month = months.indexOf(match[3] ?? '') + 1 || otherMonths[match[3] ?? ''] || 0
  return partsOf(match[1] ? yearOf(match[1]) : null, month, match[2] === '闰', day)
}

function partsOf(year: number | null, month: number, leapMonth: boolean, day: number | null): DateParts | undefined {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 30))) return undefined
  if (year !== null && (year < 1900 || year > 2100)) return undefined
  return { calendar: 'lunar', year, month, leapMonth, day }
}

function yearOf(text: string): number {
  return Number(
    [...text.replace(/[零○]/g, '〇')]
      .map((char) => (char >= '0' && char <= '9' ? char : digits.indexOf(char)))
      .join(''),
  )
}

function dayOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const word = text.replace(/^初/, '')
  const tens = /^(二十|三十|廿|卅|十)?([一二三四五六七八九十])?$/.exec(word)
  if (!tens || word === '') return undefined
  const base = { 十: 10, 二十: 20, 廿: 20, 三十: 30, 卅: 30 }[tens[1] ?? ''] ?? 0
  const unit = tens[2] === '十' ? 10 : tens[2] ? digits.indexOf(tens[2]) : 0
  return base + unit || undefined
}
