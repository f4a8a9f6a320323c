import type { ContactId, CustomerId, Day, FollowUpId, Language, StaffId, TimeOfDay } from '#contract/common.ts'
import type { NextChoice, Visit, VisitDraft, VisitEdit } from '#contract/visits.ts'
import { type NextDraft, nextChoiceOf, nextUnasked } from '../lib/next-pick.ts'
import { minuteOf } from './now-minute.ts'

/** A visit as the form holds it: with gaps that saving does not allow. */
export interface VisitValues {
  readonly customerId: CustomerId | null
  readonly day: Day | null
  readonly time: TimeOfDay | null
  readonly channel: string | null
  readonly contactIds: readonly ContactId[]
  readonly staffId: StaffId | null
  readonly purpose: string | null
  readonly situation: string
  readonly result: string | null
  readonly resultNote: string
  readonly mood: string
  readonly decisionNote: string
  readonly preparation: string
  readonly approach: string
  readonly durationMinutes: number | null
  readonly next: NextDraft
  readonly nextKind: string
  readonly nextTitle: string
  readonly nextPlace: string
}

/** What a visit holds besides its line: nothing yet. */
export const emptyVisit = {
  contactIds: [],
  purpose: null,
  result: null,
  resultNote: '',
  mood: '',
  decisionNote: '',
  preparation: '',
  approach: '',
  durationMinutes: null,
}

const emptyNext = { next: nextUnasked, nextKind: 'appointment', nextTitle: '', nextPlace: '' }

type Given = Pick<VisitValues, 'customerId' | 'day' | 'time' | 'channel' | 'staffId'> & Partial<VisitValues>

export function newVisitValues(given: Given): VisitValues {
  return { situation: '', ...emptyVisit, ...emptyNext, ...given }
}

export function valuesOfVisit(visit: Visit): VisitValues {
  const { visitedAt, ...rest } = visit
  const [day, time] = visitedAt.split('T')
  return { ...rest, ...emptyNext, day: day as Day, time: time as TimeOfDay }
}

/** Null while something is missing that a visit cannot do without. */
export function visitEditOf(values: VisitValues): Omit<VisitEdit, 'id'> | null {
  const { day, time, channel, contactIds, staffId, purpose, situation, result, resultNote } = values
  if (day === null || time === null || channel === null) return null
  const { mood, decisionNote, preparation, approach, durationMinutes } = values
  return {
    visitedAt: minuteOf(day, time),
    channel,
    contactIds: [...contactIds],
    staffId,
    purpose,
    situation: situation.trim(),
    result,
    resultNote,
    mood,
    decisionNote,
    preparation,
    approach,
    durationMinutes,
  }
}

export function visitDraftOf(
  values: VisitValues,
  completes: readonly FollowUpId[],
  next: NextChoice,
): VisitDraft | null {
  const content = visitEditOf(values)
  if (content === null || values.customerId === null) return null
  return { customerId: values.customerId, ...content, completes: [...completes], next }
}

/** The next contact with what the form adds to it: its kind, content and place. */
export function nextOfValues(values: VisitValues, today: Day, language: Language): NextChoice {
  const next = nextChoiceOf(values.next, today, language)
  if (next.choice !== 'appointment') return next
  const { nextKind: kind, nextTitle: title, nextPlace: place } = values
  return { choice: 'appointment', appointment: { ...next.appointment, kind, title, place } }
}
