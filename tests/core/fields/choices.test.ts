import { describe, expect, it } from 'vitest'
import type { FieldOwner } from '#contract/fields.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { addChoice, editChoice, moveChoice, removeChoice } from '#core/fields/choice-service.ts'
import { fieldsByKey } from '#core/fields/field-queries.ts'
import { addField } from '#core/fields/field-service.ts'
import { fieldUsage } from '#core/fields/field-usage.ts'
import { mergeChoices } from '#core/fields/merge-choices.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { trackedShapes } from '#core/db/tracking.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const rule = (name: string) => ({ data: { rule: name } })

async function list({ context }: TestCore, key: string, owner: FieldOwner = 'customer') {
  const field = (await fieldsByKey(context.db, owner)).get(key)
  if (!field) throw new Error(`no field ${key}`)
  return field
}

const labels = async (core: TestCore, key: string) => (await list(core, key)).choices.map(({ labelZh }) => labelZh)

function snapshot({ context }: TestCore) {
  const { sqlite } = context.database
  return trackedShapes(sqlite).map(({ name }) => sqlite.prepare(`SELECT * FROM ${name} ORDER BY id`).all())
}

it('is added, renamed, hidden, moved and taken out again', async () => {
  await using core = await openTestCore()
  const { context } = core
  const { id } = await list(core, 'standing')
  const { key } = await addChoice(context, id, { labelZh: '新秀', labelEn: 'Newcomer' })
  expect(await labels(core, 'standing')).toEqual(['领先', '居中', '末流', '新秀'])
  await moveChoice(context, id, key, 'leading')
  await editChoice(context, id, key, { labelZh: '后起之秀', hidden: true })
  expect((await list(core, 'standing')).choices[0]).toEqual({
    key,
    labelZh: '后起之秀',
    labelEn: 'Newcomer',
    hidden: true,
  })
  await removeChoice(context, id, key)
  expect(await labels(core, 'standing')).toEqual(['领先', '居中', '末流'])
  const again = await addChoice(context, id, { labelZh: '新秀', labelEn: 'Newcomer' })
  expect(again.key).not.toBe(key)
})

it('cannot have the name of another', async () => {
  await using core = await openTestCore()
  const { id } = await list(core, 'standing')
  const add = addChoice(core.context, id, { labelZh: '领先', labelEn: 'Ahead' })
  await expect(add).rejects.toMatchObject(rule('choiceExists'))
  await expect(editChoice(core.context, id, 'middle', { labelZh: '领先' })).rejects.toMatchObject(rule('choiceExists'))
})

it('that something holds stays, and one that only a view asks for goes from there too', async () => {
  await using core = await openTestCore()
  const { context } = core
  await core.addCustomer({ values: { grade: 'A' } })
  const { id } = await list(core, 'grade')
  await expect(removeChoice(context, id, 'A')).rejects.toMatchObject(rule('choiceInUse'))
  const risk = await list(core, 'loyalty')
  await removeChoice(context, risk.id, 'atRisk')
  const row = await context.db.selectFrom('views').select('query').where('key', '=', 'atRisk').executeTakeFirstOrThrow()
  expect(JSON.parse(row.query)).toMatchObject({ filters: [] })
})

it('of the owner is a member of staff, and the kinds of customer are laid down', async () => {
  await using core = await openTestCore()
  const { context } = core
  const [owner, kind] = [await list(core, 'owner'), await list(core, 'kind')]
  expect(owner.choices.map(({ labelZh }) => labelZh)).toEqual(['林晓雨'])
  const staff = owner.choices[0]?.key ?? ''
  const refused = [
    addChoice(context, owner.id, { labelZh: '甲', labelEn: 'A' }),
    editChoice(context, owner.id, staff, { labelZh: '甲' }),
    moveChoice(context, owner.id, staff, null),
    removeChoice(context, owner.id, staff),
    addChoice(context, kind.id, { labelZh: '家庭', labelEn: 'Household' }),
    editChoice(context, kind.id, 'person', { hidden: true }),
    removeChoice(context, kind.id, 'person'),
    mergeChoices(context, kind.id, 'person', 'company'),
    removeChoice(context, (await list(core, 'followUpKind', 'followUp')).id, 'appointment'),
    mergeChoices(context, (await list(core, 'channel', 'visit')).id, 'phone', 'wechat'),
  ]
  for (const one of await Promise.allSettled(refused)) expect(one).toMatchObject({ reason: rule('neededByProgram') })
  await editChoice(context, kind.id, 'company', { labelZh: '公司' })
  expect(await labels(core, 'kind')).toEqual(['个人', '公司'])
})

it('is counted wherever it is held', async () => {
  await using core = await openTestCore()
  const { context } = core
  const id = await core.addCustomer({ kind: 'company', values: { grade: 'A' } })
  await core.addCustomer({ values: { grade: 'B' } })
  await saveContact(context, { ...contactDraft(id, '陈'), role: 'buyer' })
  await saveVisit(context, visitOf(id, { purpose: 'demo', next: appointmentOn('2026-03-09') }))
  const usage = async (key: string, owner?: FieldOwner) => fieldUsage(context.db, (await list(core, key, owner)).id)
  expect(await usage('grade')).toEqual({ values: 2, choices: { A: 1, B: 1 }, views: 1 })
  expect(await usage('kind')).toMatchObject({ values: 2, choices: { company: 1, person: 1 } })
  // New cards belong to whoever is at the desk.
  expect(await usage('owner')).toMatchObject({ values: 2 })
  expect(await usage('role', 'contact')).toMatchObject({ values: 1, choices: { buyer: 1 } })
  expect(await usage('purpose', 'visit')).toMatchObject({ choices: { demo: 1 } })
  expect(await usage('followUpKind', 'followUp')).toMatchObject({ choices: { appointment: 1 } })
})

describe('merging', () => {
  it('moves every record and every view from the one to the other, and undone nothing has happened', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { id } = await list(core, 'grade')
    const customers = await Promise.all(
      ['A', 'B', 'A'].map((grade) => core.addCustomer({ values: { grade, needs: '灶' } })),
    )
    const before = snapshot(core)
    const merged = await mergeChoices(context, id, 'A', 'B')
    expect(merged.values).toBe(2)
    const cards = await Promise.all(customers.map((customer) => cardOfCustomer(context, customer)))
    expect(cards.map(({ values }) => [values['grade'], values['needs']])).toEqual(customers.map(() => ['B', '灶']))
    expect(await labels(core, 'grade')).not.toContain('A 重点客户')
    const view = await context.db
      .selectFrom('views')
      .select('query')
      .where('key', '=', 'aNotSeen30')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(view.query)).toMatchObject({ filters: [{ field: 'grade', value: ['B'] }, {}] })
    await undoOperation(context, merged.operationId)
    expect(snapshot(core)).toEqual(before)
  })

  it('keeps a list of several in order and each once', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { field } = await addField(context, {
      owner: 'customer',
      labelZh: '灶具',
      labelEn: 'Stoves',
      type: 'choices',
      section: 'notes',
      choices: ['炒', '蒸', '煮'].map((label) => ({ labelZh: label, labelEn: label })),
    })
    const held = [['c1', 'c2', 'c3'], ['c3', 'c1'], ['c2'], ['c3']]
    const ids = await Promise.all(held.map((value) => core.addCustomer({ values: { [field.key]: value } })))
    expect((await mergeChoices(context, field.id, 'c1', 'c3')).values).toBe(2)
    const cards = await Promise.all(ids.map((id) => cardOfCustomer(context, id)))
    expect(cards.map(({ values }) => values[field.key])).toEqual([['c3', 'c2'], ['c3'], ['c2'], ['c3']])
  })

  it('reaches contacts, visits and follow-ups', async () => {
    await using core = await openTestCore()
    const { context } = core
    const id = await core.addCustomer({ kind: 'company' })
    await saveContact(context, { ...contactDraft(id, '陈'), role: 'buyer', preferredChannel: 'sms' })
    await saveVisit(context, visitOf(id, { channel: 'sms', purpose: 'demo', result: 'nobody' }))
    const before = snapshot(core)
    const done = [
      await mergeChoices(context, (await list(core, 'role', 'contact')).id, 'buyer', 'user'),
      await mergeChoices(context, (await list(core, 'preferredChannel', 'contact')).id, 'sms', 'wechat'),
      await mergeChoices(context, (await list(core, 'channel', 'visit')).id, 'sms', 'wechat'),
      await mergeChoices(context, (await list(core, 'purpose', 'visit')).id, 'demo', 'other'),
      await mergeChoices(context, (await list(core, 'result', 'visit')).id, 'nobody', 'undecided'),
    ]
    expect(done.map(({ values }) => values)).toEqual([1, 1, 1, 1, 1])
    const contact = await context.db.selectFrom('contacts').selectAll().executeTakeFirstOrThrow()
    const visit = await context.db.selectFrom('visits').selectAll().executeTakeFirstOrThrow()
    expect(contact).toMatchObject({ role: 'user', preferred_channel: 'wechat' })
    expect(visit).toMatchObject({ channel: 'wechat', purpose: 'other', result: 'undecided' })
    for (const { operationId } of done.toReversed()) await undoOperation(context, operationId)
    expect(snapshot(core)).toEqual(before)
  })
})
