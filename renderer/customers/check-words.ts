import { t } from 'i18next'
import type { CheckLevel, Checks } from '#contract/customers.ts'
import { formatNumber } from '../lib/format.ts'

/** One of the three checks (三查) in words. */
export interface CheckWords {
  readonly key: keyof Checks
  readonly level: CheckLevel
  /** How full its bar is, 0 to 1. */
  readonly share: number
  readonly name: string
  /** A word or two. */
  readonly verdict: string
  /** What the verdict comes from, on one line. */
  readonly fact: string
  /** What the check is, how it stands, and what would raise it. */
  readonly explanation: readonly [what: string, now: string, raise: string]
}

/** `empty` names the items that hold nothing yet. */
export function checkWords(checks: Checks, empty: readonly string[]): CheckWords[] {
  return [timely(checks.timely), complete(checks.complete, empty), accurate(checks.accurate)]
}

const shares: Readonly<Record<CheckLevel, number>> = { good: 1, fair: 0.6, poor: 0.25, none: 0 }

function timely({ level, medianMinutes, visits }: Checks['timely']): CheckWords {
  const delay = medianMinutes === null ? '' : delayWords(medianMinutes)
  return {
    key: 'timely',
    level,
    share: shares[level],
    name: t('card:check.timely'),
    verdict: t(`card:check.timelyIs.${level}`),
    fact: medianMinutes === null ? t('card:check.noVisits') : t('card:check.delay', { delay }),
    explanation: [
      t('card:check.timelyWhat'),
      medianMinutes === null ? t('card:check.timelyNone') : t('card:check.timelyNow', { count: visits, delay }),
      t('card:check.timelyRaise'),
    ],
  }
}

function complete({ level, percent, filled, of }: Checks['complete'], empty: readonly string[]): CheckWords {
  const missing = empty.length
  return {
    key: 'complete',
    level: missing === 0 ? 'good' : level,
    share: percent / 100,
    name: t('card:check.complete'),
    verdict: missing === 0 ? t('card:check.full') : t('card:check.missing', { count: missing }),
    fact: t('card:check.filled', { filled, of }),
    explanation: [
      t('card:check.completeWhat'),
      t('card:check.completeNow', { filled, of, percent }),
      missing === 0
        ? t('card:check.completeFull')
        : t('card:check.completeRaise', { names: empty.join(t('common:comma')) }),
    ],
  }
}

function accurate({ level, by, days, goodDays, fairDays }: Checks['accurate']): CheckWords {
  const fact = t(`card:check.since.${by}`, { when: daysAgo(days) })
  return {
    key: 'accurate',
    level,
    share: freshness(days, goodDays, fairDays),
    name: t('card:check.accurate'),
    verdict: t(`card:check.accurateIs.${level}`),
    fact,
    explanation: [
      t('card:check.accurateWhat'),
      t('card:check.accurateNow', { fact, goodDays: formatNumber(goodDays), fairDays: formatNumber(fairDays) }),
      t('card:check.accurateRaise'),
    ],
  }
}

/** A third of the bar for each level: green runs out after the good days, amber after the fair ones. */
export function freshness(days: number, goodDays: number, fairDays: number): number {
  if (days <= goodDays) return 1 - days / goodDays / 3
  if (days <= fairDays) return 2 / 3 - (days - goodDays) / (fairDays - goodDays) / 3
  return fairDays / days / 3
}

function daysAgo(days: number): string {
  return days === 0 ? t('card:check.today') : t('card:check.daysAgo', { count: days, days: formatNumber(days) })
}

/** 隔 25 分钟, 隔 3 小时, 隔 1.5 天. */
function delayWords(minutes: number): string {
  if (minutes < 1) return t('card:check.atOnce')
  if (minutes < 60) return t('card:check.minutes', { count: minutes })
  if (minutes < 24 * 60) return t('card:check.hours', { count: Math.round(minutes / 60) })
  const days = Math.round(minutes / 144) / 10
  return t('card:check.days', { count: days, days: formatNumber(days) })
}
