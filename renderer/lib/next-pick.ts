import type { Day, FollowUpId, Language, TimeOfDay } from '#contract/common.ts'
import type { FollowUp } from '#contract/follow-ups.ts'
import type { NextChoice } from '#contract/visits.ts'
import { addDays, addMonths } from './days.ts'
import { parseDayTime } from './parse-day.ts'

/** The one-key answers to "when next?", in the order they stand and are numbered. */
export const nextPicks = ['tomorrow', 'threeDays', 'nextWeek', 'nextMonth', 'custom', 'none'] as const
export type NextPick = (typeof nextPicks)[number]

export interface NextDraft {
  readonly pick: NextPick | null
  /** What was typed for `custom`: 下周三 14:00. */
  readonly text: string
}

export const nextUnasked: NextDraft = { pick: null, text: '' }

export interface Due {
  readonly day: Day
  readonly time: TimeOfDay | null
}

/** When that is. Null when nothing is planned, or what was typed means no day to come. */
export function nextDue({ pick, text }: NextDraft, today: Day, language: Language): Due | null {
  if (pick === null || pick === 'none') return null
  if (pick !== 'custom') return { day: quickDay(pick, today), time: null }
  const due = parseDayTime(text, today, language)
  return due !== null && due.day >= today ? due : null
}

/** What is saved. `custom` without a day that is understood counts as not asked: ask `nextDue` first. */
export function nextChoiceOf(draft: NextDraft, today: Day, language: Language): NextChoice {
  if (draft.pick === 'none') return { choice: 'none' }
  const due = nextDue(draft, today, language)
  if (due === null) return { choice: 'unasked' }
  const appointment = { dueOn: due.day, dueTime: due.time, kind: 'appointment', title: '', place: '' }
  return { choice: 'appointment', appointment }
}

/** Whether a next contact stays planned although some are completed now: then nobody needs to be asked for one. */
export function hasOtherPlan(
  open: readonly Pick<FollowUp, 'id' | 'dueOn'>[],
  completes: readonly FollowUpId[],
  today: Day,
): boolean {
  return open.some(({ id, dueOn }) => dueOn > today && !completes.includes(id))
}

function quickDay(pick: 'tomorrow' | 'threeDays' | 'nextWeek' | 'nextMonth', today: Day): Day {
  if (pick === 'nextMonth') return addMonths(today, 1)
  return addDays(today, { tomorrow: 1, threeDays: 3, nextWeek: 7 }[pick])
}
