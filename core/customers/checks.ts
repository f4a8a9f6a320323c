import type { Instant, LocalMinute } from '#contract/common.ts'
import type { CheckLevel, Checks } from '#contract/customers.ts'
import type { Freshness } from '#contract/settings.ts'
import type { Completeness } from '../completeness/filled-sections.ts'
import { localMinuteOf } from '../lib/clock.ts'

/** What the three checks of a card (三查) are judged by. */
export interface CheckedCard {
  readonly grade: string | null
  readonly completeness: Completeness
  /** The last five visits that somebody wrote down; not those that came with an import. */
  readonly visits: readonly { readonly visitedAt: LocalMinute; readonly enteredAt: Instant }[]
  readonly createdAt: Instant
  readonly confirmedAt: Instant | null
  readonly editedAt: Instant | null
}

export function checksOf(card: CheckedCard, freshness: Freshness, now: Instant): Checks {
  return {
    timely: timely(card.visits),
    complete: complete(card.completeness),
    accurate: accurate(card, freshness, now),
  }
}

const dayInMinutes = 24 * 60

/** Written down on the day is good, within three days still fair. */
function timely(visits: CheckedCard['visits']): Checks['timely'] {
  const delays = visits.map(({ visitedAt, enteredAt }) => minutesBetween(visitedAt, localMinuteOf(enteredAt)))
  const medianMinutes = medianOf(delays)
  if (medianMinutes === null) return { level: 'none', medianMinutes, visits: 0 }
  return { level: levelOf(medianMinutes, dayInMinutes, 3 * dayInMinutes), medianMinutes, visits: visits.length }
}

/** Four fifths of the card are good, half of it is fair. */
function complete({ percent, filled, of }: Completeness): Checks['complete'] {
  return { level: percent >= 80 ? 'good' : percent >= 50 ? 'fair' : 'poor', percent, filled, of }
}

function accurate(
  { grade, createdAt, confirmedAt, editedAt }: CheckedCard,
  freshness: Freshness,
  now: Instant,
): Checks['accurate'] {
  const last = [
    { by: 'confirmed' as const, at: confirmedAt },
    { by: 'edited' as const, at: editedAt },
    { by: 'created' as const, at: createdAt },
  ].reduce((best, next) => ((next.at ?? -1) > (best.at ?? -1) ? next : best))
  const at = last.at ?? createdAt
  const days = Math.max(0, Math.floor((now - at) / (dayInMinutes * 60_000)))
  const { goodDays, fairDays } = freshness.find((one) => one.grade === grade) ??
    freshness.find((one) => one.grade === null) ?? { goodDays: 365, fairDays: 730 }
  return { level: levelOf(days, goodDays, fairDays), at, by: last.by, days, goodDays, fairDays }
}

function levelOf(amount: number, good: number, fair: number): CheckLevel {
  if (amount <= good) return 'good'
  return amount <= fair ? 'fair' : 'poor'
}

/** Wall-clock minutes from one local minute to a later one; none when the visit was written down beforehand. */
function minutesBetween(from: LocalMinute, to: LocalMinute): number {
  return Math.max(0, (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000)
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}
