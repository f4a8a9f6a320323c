import type { TimeOfDay } from '#contract/common.ts'
import { hanNumber, numberOf } from './numerals.ts'
import { plainDate } from './plain-date.ts'

const han = String.raw`(?:\d{1,2}|${hanNumber})`
const chinese = new RegExp(
  `(?<part>凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?(?<hour>${han})(?:点钟?|时)(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>${han}0?)分?)?$`,
)
const clock = /(?<part>凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?(?<hour>\d{1,2}):(?<minute>\d{2}) ?(?<half>am|pm)?$/
const english = /(?:^|\s)(?:at )?(?<hour>\d{1,2})(?::(?<minute>\d{2}))? ?(?<half>am|pm)$/

/** A time of day: 14:00, 1400, 下午3点半, 3pm. Null when it is none. */
export function parseTime(text: string): TimeOfDay | null {
  const plain = plainDate(text)
  if (/^\d{4}$/.test(plain)) return timeOf(Number(plain.slice(0, 2)), Number(plain.slice(2)))
  if (/^\d{1,2}$/.test(plain)) return timeOf(Number(plain), 0)
  const { rest, time } = splitTime(plain)
  return rest === '' ? time : null
}

/** Takes a time off the end of a text made plain by `plainDate`. What is left is the day. */
export function splitTime(plain: string): { rest: string; time: TimeOfDay | null } {
  for (const pattern of [chinese, english, clock]) {
    const match = pattern.exec(plain)
    const time = match?.groups ? readTime(match.groups) : null
    if (match && time !== null) {
      const rest = plain.slice(0, match.index)
      return { rest: rest.replace(/[,，]?\s*(?:at)?\s*$/, ''), time }
    }
  }
  return { rest: plain, time: null }
}

function readTime({ part, hour, half, quarter, minute }: Record<string, string | undefined>): TimeOfDay | null {
  const minutes = half === '半' ? 30 : quarter ? numberOf(quarter) * 15 : minute ? numberOf(minute) : 0
  const hours = numberOf(hour ?? '')
  const isAfternoon = half === 'pm' || (part !== undefined && /下午|傍晚|晚|中午/.test(part))
  if (half === 'am' && hours === 12) return timeOf(0, minutes)
  // 中午 11 点 is before noon; 下午 1 点 and 中午 1 点 are after it.
  const isShifted = isAfternoon && hours < 12 && !(part === '中午' && hours >= 10)
  return timeOf(isShifted ? hours + 12 : hours, minutes)
}

function timeOf(hours: number, minutes: number): TimeOfDay | null {
  if (!(hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as TimeOfDay
}
