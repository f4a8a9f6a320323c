import { describe, expect, it } from 'vitest'
import type { Instant, LocalMinute } from '#contract/common.ts'
import { type CheckedCard, checksOf } from '#core/customers/checks.ts'
import { defaultSettings } from '#core/lib/preferences.ts'

const { freshness } = defaultSettings
const at = (text: string) => Date.parse(text) as Instant
const now = at('2026-03-02T09:00')
const card: CheckedCard = {
  grade: 'A',
  completeness: { percent: 50, filled: 7, of: 14, empty: [] },
  visits: [],
  createdAt: at('2025-01-01T09:00'),
  confirmedAt: null,
  editedAt: null,
}
const visit = (visitedAt: string, enteredAt: string) => ({
  visitedAt: visitedAt as LocalMinute,
  enteredAt: at(enteredAt),
})

describe('timely', () => {
  const timely = (visits: CheckedCard['visits']) => checksOf({ ...card, visits }, freshness, now).timely

  it('has nothing to say before the first visit', () => {
    expect(timely([])).toEqual({ level: 'none', medianMinutes: null, visits: 0 })
  })

  it('takes the median, so that one visit written down late does not spoil it', () => {
    const soon = visit('2026-02-01T09:00', '2026-02-01T09:30')
    const late = visit('2026-01-01T09:00', '2026-02-20T09:00')
    expect(timely([soon, late, soon])).toEqual({ level: 'good', medianMinutes: 30, visits: 3 })
    expect(timely([late, soon]).level).toBe('poor')
  })

  it.each([
    ['2026-02-02T09:00', 'good'],
    ['2026-02-02T09:01', 'fair'],
    ['2026-02-04T09:00', 'fair'],
    ['2026-02-04T09:01', 'poor'],
  ])('written down at %s is %s', (enteredAt, level) => {
    expect(timely([visit('2026-02-01T09:00', enteredAt)]).level).toBe(level)
  })

  it('is not made worse by a visit that was written down before it happened', () => {
    expect(timely([visit('2026-02-02T09:00', '2026-02-01T09:00')])).toMatchObject({ level: 'good', medianMinutes: 0 })
  })
})

describe('complete', () => {
  it.each([
    [100, 'good'],
    [80, 'good'],
    [79, 'fair'],
    [50, 'fair'],
    [49, 'poor'],
  ])('%i percent is %s', (percent, level) => {
    const completeness = { ...card.completeness, percent }
    expect(checksOf({ ...card, completeness }, freshness, now).complete.level).toBe(level)
  })
})

describe('accurate', () => {
  const accurate = (changed: Partial<CheckedCard>) => checksOf({ ...card, ...changed }, freshness, now).accurate

  it('counts from the creation of a card nobody has looked at since', () => {
    expect(accurate({})).toMatchObject({ by: 'created', days: 425, level: 'poor' })
  })

  it('counts from the latest of confirmation and edit', () => {
    const [edited, confirmed] = [at('2026-01-01T09:00'), at('2026-02-28T09:00')]
    expect(accurate({ editedAt: edited })).toMatchObject({ by: 'edited', at: edited, days: 60, level: 'good' })
    expect(accurate({ editedAt: edited, confirmedAt: confirmed })).toMatchObject({ by: 'confirmed', days: 2 })
  })

  it('calls the edit that a confirmation is a confirmation', () => {
    expect(accurate({ editedAt: now, confirmedAt: now }).by).toBe('confirmed')
  })

  it('is stricter with a better grade, and has days for a card without one', () => {
    const editedAt = at('2025-10-01T09:00')
    expect(accurate({ editedAt }).level).toBe('fair')
    expect(accurate({ editedAt, grade: 'C' }).level).toBe('good')
    expect(accurate({ editedAt, grade: null })).toMatchObject({ level: 'good', goodDays: 365, fairDays: 730 })
    expect(accurate({ editedAt, grade: 'gone' }).goodDays).toBe(365)
  })
})
