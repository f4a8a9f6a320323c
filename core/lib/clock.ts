import type { Day, Instant, LocalMinute } from '#contract/common.ts'
import type { Clock } from './context.ts'

// Swedish writes dates as ISO 8601 does.
const isoMinute = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })

/** The computer's clock, moved by `offset` milliseconds: only for trying out another day. */
export function systemClock(offset = 0): Clock {
  const now = () => (Date.now() + offset) as Instant
  const minute = () => localMinuteOf(now())
  return { now, minute, today: () => minute().slice(0, 10) as Day }
}

export function localMinuteOf(instant: Instant): LocalMinute {
  return isoMinute.format(instant).replace(' ', 'T') as LocalMinute
}
