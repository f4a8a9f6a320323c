import i18next, { t } from 'i18next'
import { type DateParts, partsOfDate } from '#contract/partial-date.ts'

const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 1984年3月5日 · 3月5日 · 农历八月十五; what is no partial date comes back as it is. */
export function formatPartialDate(text: string): string {
  const parts = partsOfDate(text)
  if (parts === null) return text
  return parts.calendar === 'lunar' ? lunarWords(parts) : solarWords(parts)
}

function solarWords({ year, month, day }: DateParts): string {
  if (i18next.language === 'en') {
    const name =
      month === null ? null : new Intl.DateTimeFormat('en-GB', { month: 'short' }).format(new Date(2000, month - 1))
    return [day, name, year].filter((part) => part !== null).join(' ')
  }
  return [year !== null && `${year}年`, month !== null && `${month}月`, day !== null && `${day}日`]
    .filter(Boolean)
    .join('')
}

function lunarWords({ year, month, leapMonth, day }: DateParts): string {
  const words = [
    year !== null && `${year}年`,
    month !== null && `${leapMonth ? '闰' : ''}${lunarMonths[month - 1] ?? ''}月`,
    day !== null && lunarDay(day),
  ]
  return t('common:lunar', { words: words.filter(Boolean).join('') })
}

/** 初一 … 初十, 十一 … 二十, 廿一 … 三十 */
export function lunarDay(day: number): string {
  if (day <= 10) return `初${numerals[day]}`
  if (day === 20 || day === 30) return `${numerals[day / 10]}十`
  return `${day < 20 ? '十' : '廿'}${numerals[day % 10]}`
}
