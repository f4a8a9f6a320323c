import type { Freshness } from '#contract/settings.ts'

type Days = Omit<Freshness[number], 'grade'>

export const mostDays = 3650

/** What counts for a grade; one that says nothing goes by what counts without a grade. */
export function freshnessOf(freshness: Freshness, grade: string | null): Days {
  const found = freshness.find((one) => one.grade === grade) ?? freshness.find((one) => one.grade === null)
  return { goodDays: found?.goodDays ?? 365, fairDays: found?.fairDays ?? 730 }
}

/** The limit that was not typed gives way, so that good never lasts longer than fair. */
export function withFreshness(freshness: Freshness, grade: string | null, change: Partial<Days>): Freshness {
  const days = { ...freshnessOf(freshness, grade), ...change }
  const kept =
    change.fairDays === undefined
      ? { ...days, fairDays: Math.max(days.fairDays, days.goodDays) }
      : { ...days, goodDays: Math.min(days.goodDays, days.fairDays) }
  return [...freshness.filter((one) => one.grade !== grade), { grade, ...kept }]
}
