import type { Language } from '#contract/common.ts'
import { type PartialDate, partsOfDate } from '#contract/partial-date.ts'

const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A partial date in words that both a person and the import read: 3月5日, 1984年3月, 农历闰六月初三; 5-Mar, Mar-1984. */
export function partialDateText(date: PartialDate, language: Language): string {
  const parts = partsOfDate(date)
  if (!parts) return date
  const { calendar, year, month, day, leapMonth } = parts
  if (calendar === 'lunar') {
    const yearText = year === null ? '' : `${year}年`
    const monthText = month === null ? '' : `${leapMonth ? '闰' : ''}${lunarMonths[month - 1]}月`
    return `农历${yearText}${monthText}${day === null ? '' : lunarDay(day)}`
  }
  if (year !== null && month !== null && day !== null) return date
  if (language === 'en') return englishText(year, month, day) ?? date
  return [year === null ? '' : `${year}年`, month === null ? '' : `${month}月`, day === null ? '' : `${day}日`].join('')
}

function englishText(year: number | null, month: number | null, day: number | null): string | null {
  const name = month === null ? null : monthNames[month - 1]
  if (name && day !== null) return `${day}-${name}`
  if (name && year !== null) return `${name}-${year}`
  return year === null ? null : String(year)
}

function lunarDay(day: number): string {
  if (day <= 10) return `初${digits[day]}`
  if (day === 20 || day === 30) return `${digits[day / 10]}十`
  return `${day < 20 ? '十' : '廿'}${digits[day % 10]}`
}
