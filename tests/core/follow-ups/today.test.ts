import { expect, it } from 'vitest'
import { saveContact } from '#core/customers/contact-service.ts'
import { dueCounts, followUpsOfToday } from '#core/follow-ups/follow-up-queries.ts'
import { rescheduleFollowUps, saveFollowUp, skipFollowUp } from '#core/follow-ups/follow-up-service.ts'
import { completeFollowUp } from '#core/visits/complete-follow-up.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { day, openTestCore, type TestCore } from '../../support/core.ts'
import { visitOf } from '../../support/visit.ts'

async function plan(core: TestCore, dueOn: string, dueTime: string | null = null, name = '青禾里') {
  const customerId = await core.addCustomer({
    name,
    values: { grade: 'A' },
    phones: [{ id: null, label: '', number: '138 5712 0463' }],
  })
  const { id } = await saveFollowUp(core.context, {
    id: null,
    customerId,
    contactId: null,
    kind: 'call',
    title: `${dueOn} ${dueTime ?? ''}`.trim(),
    content: '',
    place: '',
    dueOn: day(dueOn),
    dueTime: dueTime as never,
    priority: 'normal',
    staffId: null,
  })
  return { id, customerId }
}

const today = (core: TestCore, limit = 50) => followUpsOfToday(core.context.db, core.context.clock.today(), limit)

it('parts what is overdue, due today, in the coming seven days and later, timed ones first', async () => {
  await using core = await openTestCore({ today: '2026-03-02' })
  const due: [string, string?][] = [
    ['2026-03-02'],
    ['2026-03-02', '14:00'],
    ['2026-03-02', '09:30'],
    ['2026-02-27'],
    ['2026-02-28'],
    ['2026-03-03'],
    ['2026-03-09'],
    ['2026-03-10'],
  ]
  for (const [on, time] of due) await plan(core, on, time ?? null)

  const page = await today(core)

  expect(page.overdue.items.map(({ title }) => title)).toEqual(['2026-02-27', '2026-02-28'])
  expect(page.dueToday.items.map(({ title }) => title)).toEqual(['2026-03-02 09:30', '2026-03-02 14:00', '2026-03-02'])
  expect(page.comingDays.items.map(({ title }) => title)).toEqual(['2026-03-03', '2026-03-09'])
  expect(await dueCounts(core.context.db, core.context.clock.today())).toEqual({ overdue: 2, dueToday: 3 })
  expect(page.dueToday.items[0]).toMatchObject({
    customerName: '青禾里',
    grade: 'A',
    phone: '138 5712 0463',
    lastVisit: null,
  })
})

it('rolls what was not done over to the next day, under its own date', async () => {
  await using core = await openTestCore({ today: '2026-03-02' })
  await plan(core, '2026-03-02')
  core.setToday('2026-03-05')
  expect((await today(core)).overdue.items).toMatchObject([{ dueOn: '2026-03-02' }])
})

it('shows what was done today until the day is over, and nothing done comes back', async () => {
  await using core = await openTestCore({ today: '2026-03-02' })
  const { id, customerId } = await plan(core, '2026-03-02')
  await saveVisit(core.context, visitOf(customerId, { situation: '上次嫌报价高' }))
  expect((await today(core)).dueToday.items[0]?.lastVisit).toMatchObject({ situation: '上次嫌报价高' })
  await completeFollowUp(core.context, { id, outcome: '约好周四', channel: null, next: { choice: 'none' } })
  expect(await today(core)).toMatchObject({
    dueToday: { count: 0 },
    doneToday: { count: 1, items: [{ outcome: '约好周四' }] },
  })
  core.setToday('2026-03-03')
  expect(await today(core)).toMatchObject({ overdue: { count: 0 }, doneToday: { count: 0 } })
})

it('counts all although it shows the first ones', async () => {
  await using core = await openTestCore()
  for (let at = 0; at < 5; at++) await plan(core, '2026-03-01')
  expect(await today(core, 2)).toMatchObject({ overdue: { count: 5, items: [{}, {}] } })
})

it('moves and skips open ones only', async () => {
  await using core = await openTestCore({ today: '2026-03-02' })
  const { id } = await plan(core, '2026-03-02')
  await rescheduleFollowUps(core.context, [id], day('2026-03-05'), null)
  expect(await today(core)).toMatchObject({ dueToday: { count: 0 }, comingDays: { items: [{ dueOn: '2026-03-05' }] } })
  await skipFollowUp(core.context, id, '客户出差')
  await expect(rescheduleFollowUps(core.context, [id], day('2026-03-06'), null)).rejects.toMatchObject({
    data: { rule: 'followUpClosed' },
  })
})

it('calls the contact it is about, else the customer, else the primary contact', async () => {
  await using core = await openTestCore({ today: '2026-03-02' })
  const phone = (number: string) => [{ id: null, label: '', number }]
  const customerId = await core.addCustomer({
    name: '青禾里',
    kind: 'company',
    contact: { name: '陈国梁', title: '', phones: phone('139') },
  })
  await saveVisit(
    core.context,
    visitOf(customerId, {
      next: {
        choice: 'appointment',
        appointment: { dueOn: day('2026-03-02'), dueTime: '10:00' as never, kind: 'appointment', title: '', place: '' },
      },
    }),
  )
  expect((await today(core)).dueToday.items[0]?.phone).toBe('139')
})

it('rings the customer itself when the person it is about has no phone, rather than somebody else', async () => {
  await using core = await openTestCore()
  const phone = (number: string) => [{ id: null, label: '', number }]
  const customerId = await core.addCustomer({
    kind: 'company',
    name: '青禾里',
    phones: phone('0571'),
    contact: { name: '陈国梁', title: '', phones: phone('139') },
  })
  const { id: contactId } = await saveContact(core.context, contactDraft(customerId, '阮静'))
  const followUp = { customerId, contactId, kind: 'call', title: '', content: '', place: '', dueOn: day('2026-03-02') }
  await saveFollowUp(core.context, { ...followUp, id: null, dueTime: null, priority: 'normal', staffId: null })
  expect((await today(core)).dueToday.items[0]?.phone).toBe('0571')
})
