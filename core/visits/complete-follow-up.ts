import type { FollowUpId, VisitId, Written } from '#contract/common.ts'
import type { NextChoice } from '#contract/visits.ts'
import { closeFollowUps, insertFollowUp, subjectOf } from '../follow-ups/follow-up-service.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { staffAtDesk } from '../lib/preferences.ts'
import { write } from '../operations/write.ts'
import { insertVisit } from './visit-service.ts'

interface Completion {
  readonly id: FollowUpId
  readonly outcome: string
  /** With a channel the line is written down as a visit as well. */
  readonly channel: string | null
  readonly next: NextChoice
}

export async function completeFollowUp(
  context: Context,
  { id, outcome, channel, next }: Completion,
): Promise<Written & { visitId: VisitId | null; nextFollowUpId: FollowUpId | null }> {
  const subject = await subjectOf(context.db, [id])
  return write(context, { kind: 'completeFollowUp', subject }, async (writing) => {
    const { db } = writing
    const followUp = await db.selectFrom('follow_ups').selectAll().where('id', '=', id).executeTakeFirst()
    if (!followUp) fail('NOT_FOUND', { entity: 'followUp', id })
    const staffId = await staffAtDesk(db)
    const close = (byVisit: VisitId | null) =>
      closeFollowUps(context, writing, [id], { status: 'done', outcome, byVisit })

    if (channel !== null) {
      const visit = await insertVisit(context, writing, {
        customerId: followUp.customer_id,
        visitedAt: context.clock.minute(),
        channel,
        contactIds: followUp.contact_id === null ? [] : [followUp.contact_id],
        staffId,
        purpose: null,
        situation: outcome,
        result: null,
        resultNote: '',
        mood: '',
        decisionNote: '',
        preparation: '',
        approach: '',
        durationMinutes: null,
        next,
      })
      await close(visit.id)
      return { visitId: visit.id, nextFollowUpId: visit.nextFollowUpId }
    }

    await close(null)
    if (next.choice !== 'appointment') return { visitId: null, nextFollowUpId: null }
    const nextFollowUpId = await insertFollowUp(context, writing, {
      customerId: followUp.customer_id,
      contactId: followUp.contact_id,
      content: '',
      priority: 'normal',
      staffId,
      fromVisitId: null,
      ...next.appointment,
    })
    return { visitId: null, nextFollowUpId }
  })
}
