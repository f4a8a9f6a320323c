import type { Day, LocalMinute, TimeOfDay } from '#contract/common.ts'

/** This minute on the wall clock, of the day that the core says it is. */
export function nowMinute(today: Day): LocalMinute {
  return minuteOf(today, nowTime())
}

export function minuteOf(day: Day, time: TimeOfDay): LocalMinute {
  return `${day}T${time}` as LocalMinute
}

export function nowTime(): TimeOfDay {
  const date = new Date()
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':') as TimeOfDay
}
