import type { Day, Language, TimeOfDay } from '#contract/common.ts'
import { dayWords, festivalNames } from './day-words.ts'
import { addDays, addMonths, dayOf } from './days.ts'
import { dayOfFestival, dayOfLunar, type FestivalKey, lunarOf } from './lunar.ts'
import {
  amount,
  dayOfSomeMonth,
  dayOfWeek,
  edgeOfMonth,
  inNearestYear,
  type Leaning,
  nearest,
  type Setting,
  shift,
  stepOf,
  yearOf,
} from './nearest-day.ts'
import { hanNumber, numberOf } from './numerals.ts'
import { plainDate, splitLunar } from './plain-date.ts'
import { splitTime } from './parse-time.ts'

/**
 * The day somebody means: 明天, 下周三, 3/5, 0305, 3月5日, 农历八月十五, +7, 月底, tomorrow, next wed, 2026-03-05.
 *
 * `language` decides which of 3/5 and 5/3 is meant only where one reading is no date. Null when nothing is meant.
 */
export function parseDay(text: string, today: Day, language: Language, leaning: Leaning = 'coming'): Day | null {
  const plain = plainDate(text)
  if (plain === '' || plain.length > 40) return null
  for (const { pattern, read } of rules) {
    const match = pattern.exec(plain)
    const day = match?.groups && read(match.groups, { today, language, leaning })
    if (day) return day
  }
  return Object.hasOwn(dayWords, plain) ? addDays(today, dayWords[plain] ?? 0) : null
}

/** A day with or without a time: 下周三 14:00, 明天下午3点半, tomorrow 2pm. A time alone is today's. */
export function parseDayTime(
  text: string,
  today: Day,
  language: Language,
  leaning: Leaning = 'coming',
): { day: Day; time: TimeOfDay | null } | null {
  const { rest, time } = splitTime(plainDate(text))
  const day = rest === '' && time !== null ? today : parseDay(rest, today, language, leaning)
  return day && { day, time }
}

interface Rule {
  readonly pattern: RegExp
  readonly read: (groups: Record<string, string | undefined>, setting: Setting) => Day | null
}

const number = String.raw`(?:\d{1,3}|${hanNumber}|半)`
const han = String.raw`(?:\d{1,2}|${hanNumber})`
const weekdays = '一二三四五六日天'
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishMonth = `(?<name>${englishMonths.join('|')})[a-z]*\\.?`

/** In the order they are tried: the first that reads a real day wins. */
const rules: readonly Rule[] = [
  { pattern: /^(?<text>.+)$/, read: ({ text = '' }, setting) => readLunar(text, setting) },
  {
    pattern: /^(?<year>\d{4})(?:[-/.年])(?<month>\d{1,2})(?:[-/.月])(?<day>\d{1,2})[日号]?$/,
    read: ({ year, month, day }) => dayOf(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
    read: ({ year, month, day }) => dayOf(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /^(?<sign>[+-])(?<count>\d{1,4})(?<unit>[dwmy]|天|周|个?月|年)?$/,
    read: ({ sign, count, unit }, { today }) => shift(today, Number(`${sign}${count}`), unit ?? 'd'),
  },
  {
    pattern: /^(?<first>\d{1,2})[-/.](?<second>\d{1,2})$/,
    read: ({ first, second }, setting) =>
      nearest(Number(first), Number(second), setting) ??
      (setting.language === 'en' ? nearest(Number(second), Number(first), setting) : null),
  },
  {
    pattern: /^(?<month>\d{2})(?<day>\d{2})$/,
    read: ({ month, day }, setting) => nearest(Number(month), Number(day), setting),
  },
  {
    pattern: new RegExp(`^(?<year>今年|明年|去年)?(?<month>${han})月(?<day>${han})[日号]?$`),
    read: ({ year, month, day }, setting) => {
      const [wantedMonth, wantedDay] = [numberOf(month ?? ''), numberOf(day ?? '')]
      if (year === undefined) return nearest(wantedMonth, wantedDay, setting)
      return dayOf(yearOf(setting.today) + stepOf(year), wantedMonth, wantedDay)
    },
  },
  {
    pattern: new RegExp(`^(?<month>[本这上下]个?月|上个?月)?(?<day>${han})[日号]$`),
    read: ({ month, day }, setting) => dayOfSomeMonth(month, numberOf(day ?? ''), setting),
  },
  {
    pattern: /^(?<which>[本这上下]?个?)月(?<end>底|末|初)$/,
    read: ({ which, end }, setting) => edgeOfMonth(stepOf(which), end !== '初', setting),
  },
  {
    pattern: /^(?<which>[今本明去]?)年(?<end>底|末|初)$/,
    read: ({ which, end }, { today }) =>
      end === '初' ? dayOf(yearOf(today) + stepOf(which), 1, 1) : dayOf(yearOf(today) + stepOf(which), 12, 31),
  },
  {
    pattern: /^(?<which>end of (?:next |this )?month)$/,
    read: ({ which }, setting) => edgeOfMonth(which?.includes('next') ? 1 : 0, true, setting),
  },
  {
    pattern: /^(?<which>下下|下|上|next|last)个?(?<unit>月|年| ?month| ?year)$/,
    read: ({ which, unit }, { today }) => addMonths(today, stepOf(which) * (unit?.match(/年|year/) ? 12 : 1)),
  },
  {
    pattern: new RegExp(`^(?<which>下下|下|上|本|这)?个?(?:周|星期|礼拜)(?<weekday>[${weekdays}末])$`),
    read: ({ which, weekday }, setting) => {
      const wanted = weekday === '末' ? 6 : Math.min(weekdays.indexOf(weekday ?? '') + 1, 7)
      return dayOfWeek(which, wanted, setting)
    },
  },
  {
    pattern: new RegExp(`^(?<which>next |last |this )?(?<weekday>${englishDays.join('|')}|weekend)[a-z]*$`),
    read: ({ which, weekday }, setting) =>
      dayOfWeek(which?.trim(), weekday === 'weekend' ? 6 : englishDays.indexOf(weekday ?? '') + 1, setting),
  },
  {
    pattern: new RegExp(`^(?<count>${number})(?<unit>个?天|个?(?:周|星期|礼拜)|个?月|个?年)(?<way>[之以]?[后前])$`),
    read: ({ count, unit, way }, { today }) => shift(today, amount(count, way), unit ?? ''),
  },
  {
    pattern: /^(?:in )?(?<count>\d{1,3}|an?) ?(?<unit>d|w|m|y|days?|weeks?|months?|years?)(?<way> ago| later)?$/,
    read: ({ count, unit, way }, { today }) => shift(today, amount(count, way), unit ?? ''),
  },
  {
    pattern: new RegExp(`^${englishMonth} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?$`),
    read: readEnglishDate,
  },
  {
    pattern: new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)? ${englishMonth}(?:,? (?<year>\\d{4}))?$`),
    read: readEnglishDate,
  },
  {
    pattern: /^(?<year>今年|明年|去年)?(?<name>[^\d]+)$/,
    read: ({ year, name = '' }, setting) => readFestival(year, name, setting),
  },
]

function readEnglishDate(groups: Record<string, string | undefined>, setting: Setting): Day | null {
  const month = englishMonths.indexOf(groups['name'] ?? '') + 1
  const year = groups['year']
  return year === undefined
    ? nearest(month, Number(groups['day']), setting)
    : dayOf(Number(year), month, Number(groups['day']))
}

function readFestival(year: string | undefined, name: string, setting: Setting): Day | null {
  const key = festivalOf(name) ?? festivalOf(name.replace(/节$/, ''))
  if (key === undefined) return null
  const now = yearOf(setting.today)
  return year === undefined
    ? inNearestYear(now, (candidate) => dayOfFestival(key, candidate), setting)
    : dayOfFestival(key, now + stepOf(year))
}

function readLunar(text: string, setting: Setting): Day | null {
  const lunar = splitLunar(text)
  if (lunar === null || lunar.month === null || lunar.day === null) return null
  const { month, leapMonth, day } = lunar
  const inYear = (year: number) => dayOfLunar({ year, month, leapMonth, day })
  return lunar.year === null
    ? inNearestYear(lunarOf(setting.today)?.year ?? yearOf(setting.today), inYear, setting)
    : inYear(lunar.year)
}

function festivalOf(name: string): FestivalKey | undefined {
  return Object.hasOwn(festivalNames, name) ? festivalNames[name] : undefined
}
