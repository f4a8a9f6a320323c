import { describe, expect, it } from 'vitest'
import type { LocalMinute } from '#contract/common.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { openFollowUpsOf } from '#core/follow-ups/follow-up-queries.ts'
import { operationsBefore } from '#core/operations/operation-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { completeFollowUp } from '#core/visits/complete-follow-up.ts'
import { timelineOf } from '#core/visits/timeline.ts'
import { editVisit, removeVisit, saveVisit } from '#core/visits/visit-service.ts'
import { openTestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const minute = (text: string) => text as LocalMinute

describe('saving a visit', () => {
  it('makes the next appointment in the same step, linked both ways', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const saved = await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-16', '取改好的外套') }))

    expect(await openFollowUpsOf(core.context.db, [id])).toMatchObject([
      {
        id: saved.nextFollowUpId,
        dueOn: '2026-03-16',
        kind: 'appointment',
        title: '取改好的外套',
        fromVisitId: saved.id,
      },
    ])
    const { entries } = await timelineOf(core.context.db, id, 'all', null, 10)
    expect(entries).toMatchObject([
      { type: 'visit', visit: { id: saved.id, next: { followUpId: saved.nextFollowUpId } } },
    ])
  })

  it('closes the follow-ups it answers, with what was said as the outcome', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { nextFollowUpId } = await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-03') }))
    const completes = nextFollowUpId === null ? [] : [nextFollowUpId]
    await saveVisit(core.context, visitOf(id, { situation: '门封换好了', completes }))

    expect(await openFollowUpsOf(core.context.db, [id])).toEqual([])
    const { entries } = await timelineOf(core.context.db, id, 'followUp', null, 10)
    expect(entries).toMatchObject([{ type: 'followUp', status: 'done', outcome: '门封换好了' }])
  })

  it('keeps nothing when a follow-up it answers is closed already', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { nextFollowUpId } = await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-03') }))
    const completes = nextFollowUpId === null ? [] : [nextFollowUpId]
    await saveVisit(core.context, visitOf(id, { completes }))
    const operations = await operationsBefore(core.context.db, null, 100)

    const again = saveVisit(core.context, visitOf(id, { completes, situation: '第三次' }))

    await expect(again).rejects.toMatchObject({ code: 'RULE_BROKEN', data: { rule: 'followUpClosed' } })
    expect((await timelineOf(core.context.db, id, 'visit', null, 10)).entries).toHaveLength(2)
    expect(await operationsBefore(core.context.db, null, 100)).toEqual(operations)
  })

  it('refuses a next appointment before the visit', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const visit = visitOf(id, { next: appointmentOn('2026-03-01') })
    await expect(saveVisit(core.context, visit)).rejects.toMatchObject({ data: { rule: 'nextBeforeVisit' } })
  })

  it('remembers that nothing was planned on purpose', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    await saveVisit(core.context, visitOf(id, { next: { choice: 'none' } }))
    expect((await timelineOf(core.context.db, id, 'all', null, 10)).entries).toMatchObject([
      { visit: { nextIsNone: true } },
    ])
  })

  it.each(['channel', 'purpose', 'result'] as const)('refuses a %s that no list has', async (field) => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const visit = visitOf(id, { [field]: 'telepathy' })
    await expect(saveVisit(core.context, visit)).rejects.toMatchObject({ data: { field, problem: 'unknownChoice' } })
  })

  it('keeps its own date and author when it is a past one', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    await saveVisit(core.context, visitOf(id, { visitedAt: minute('2019-05-01T10:30'), situation: '老记录' }))
    await saveVisit(core.context, visitOf(id, { visitedAt: minute('2018-01-01T08:00'), situation: '更老' }))
    const card = await cardOfCustomer(core.context, id)
    expect(card.values['lastContact']).toBe('2019-05-01')
    expect(card.lastVisit?.situation).toBe('老记录')
  })
})

describe('editing and deleting a visit', () => {
  it('moves last contact with it, and undo moves it back', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const visit = visitOf(id)
    const saved = await saveVisit(core.context, visit)
    const { customerId: _, completes: __, next: ___, ...content } = visit
    const edited = await editVisit(core.context, { ...content, id: saved.id, visitedAt: minute('2026-02-01T10:00') })
    const lastContact = async () => (await cardOfCustomer(core.context, id)).values['lastContact'] ?? null
    expect(await lastContact()).toBe('2026-02-01')
    await undoOperation(core.context, edited.operationId)
    expect(await lastContact()).toBe('2026-03-02')
    await removeVisit(core.context, saved.id)
    expect(await lastContact()).toBeNull()
  })

  it('leaves the appointment that was agreed on', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const saved = await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-16') }))
    await removeVisit(core.context, saved.id)
    expect(await openFollowUpsOf(core.context.db, [id])).toMatchObject([{ dueOn: '2026-03-16', fromVisitId: null }])
  })
})

describe('completing a follow-up', () => {
  it('with a channel writes the line down as a visit and makes the next contact, as one operation', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { nextFollowUpId } = await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-03') }))
    core.setToday('2026-03-03')
    const before = await cardOfCustomer(core.context, id)
    const done = await completeFollowUp(core.context, {
      id: nextFollowUpId ?? (0 as never),
      outcome: '样机看过了',
      channel: 'inShop',
      next: appointmentOn('2026-03-10'),
    })
    const after = await cardOfCustomer(core.context, id)
    expect(after.lastVisit).toMatchObject({
      channel: 'inShop',
      situation: '样机看过了',
      visitedAt: '2026-03-03T09:00',
      staffName: '林晓雨',
    })
    expect(after.nextContact).toMatchObject({ followUpId: done.nextFollowUpId, dueOn: '2026-03-10' })

    await undoOperation(core.context, done.operationId)
    expect(await cardOfCustomer(core.context, id)).toEqual({ ...before, changedAt: after.changedAt })
  })

  it('without a channel leaves no visit', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { nextFollowUpId } = await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-03') }))
    const completion = {
      id: nextFollowUpId ?? (0 as never),
      outcome: '已寄',
      channel: null,
      next: { choice: 'none' } as const,
    }
    expect((await completeFollowUp(core.context, completion)).visitId).toBeNull()
    expect((await cardOfCustomer(core.context, id)).nextContact).toBeNull()
  })
})
