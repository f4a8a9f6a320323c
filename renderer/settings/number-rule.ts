import type { Day } from '#contract/common.ts'
import type { NumberRule } from '#contract/settings.ts'
import { beforeWhich, type Edge } from '../ui/reorder-steps.ts'

export type NumberPart = NumberRule['parts'][number]
export type DateFormat = Extract<NumberPart, { part: 'date' }>['format']
export type Reset = NumberRule['reset']

export const dateFormats = ['YYYY', 'YY', 'YYYYMM', 'YYMM', 'YYYYMMDD'] as const satisfies readonly DateFormat[]
export const resets = ['never', 'year', 'month', 'day'] as const satisfies readonly Reset[]

/** A part and a name for it that lasts while others are moved around it. */
export function namedParts({ parts }: NumberRule): readonly { id: string; part: NumberPart }[] {
  const seen: Record<string, number> = {}
  return parts.map((part) => {
    const turn = seen[part.part] ?? 0
    seen[part.part] = turn + 1
    return { id: `${part.part}-${turn}`, part }
  })
}

export function withPart(rule: NumberRule, part: NumberPart): NumberRule {
  return { ...rule, parts: [...rule.parts, part] }
}

export function withChangedPart(rule: NumberRule, id: string, part: NumberPart): NumberRule {
  return { ...rule, parts: namedParts(rule).map((named) => (named.id === id ? part : named.part)) }
}

export function withoutPart(rule: NumberRule, id: string): NumberRule {
  return {
    ...rule,
    parts: namedParts(rule)
      .filter((named) => named.id !== id)
      .map(({ part }) => part),
  }
}

export function withMovedPart(rule: NumberRule, id: string, over: string, edge: Edge): NumberRule {
  const named = namedParts(rule)
  const moved = named.find((one) => one.id === id)
  const before = beforeWhich(
    named.map((one) => one.id),
    over,
    edge,
  )
  if (!moved || before === id) return rule
  const others = named.filter((one) => one !== moved)
  const at = before === null ? others.length : others.findIndex((one) => one.id === before)
  return { ...rule, parts: others.toSpliced(at, 0, moved).map(({ part }) => part) }
}

/** What a date part writes on a day. */
export function dateText(format: DateFormat, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const long = format.startsWith('YYYY') ? year : year.slice(2)
  return long + (format.includes('MM') ? month : '') + (format.includes('DD') ? date : '')
}

/**
 * What the number lacks, when its counter starts again more often than its date changes: the same number would come
 * twice. Numbers given before are never given again, so it is clumsy, not dangerous.
 */
export function missingDate({ parts, reset }: NumberRule): Exclude<Reset, 'never'> | null {
  if (reset === 'never') return null
  const finest = Math.max(0, ...parts.map((part) => (part.part === 'date' ? fineness(part.format) : 0)))
  return finest < { year: 1, month: 2, day: 3 }[reset] ? reset : null
}

function fineness(format: DateFormat): number {
  if (format.includes('DD')) return 3
  return format.includes('MM') ? 2 : 1
}
