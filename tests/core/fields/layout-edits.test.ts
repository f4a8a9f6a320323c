import { describe, expect, it } from 'vitest'
import type { FieldType, FieldValue } from '#contract/fields.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { editField } from '#core/fields/edit-field.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { addField, moveField, removeField } from '#core/fields/field-service.ts'
import { fieldUsage } from '#core/fields/field-usage.ts'
import { addSection, editSection, moveSection, removeSection } from '#core/fields/section-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { addView } from '#core/views/view-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const rule = (name: string) => ({ data: { rule: name } })

async function own(core: TestCore, type: FieldType, labelZh = '灶台', choices: string[] = []) {
  const { field } = await addField(core.context, {
    owner: 'customer',
    labelZh,
    labelEn: `${labelZh} en`,
    type,
    section: 'notes',
    choices: choices.map((label) => ({ labelZh: label, labelEn: `${label} en` })),
  })
  return field
}

async function shipped({ context }: TestCore, key: string) {
  const { fields } = await currentLayout(context.db)
  const field = fields.find((one) => one.key === key)
  if (!field) throw new Error(`no field ${key}`)
  return field
}

async function keysIn({ context }: TestCore, section: string | null): Promise<string[]> {
  const { fields } = await currentLayout(context.db)
  return fields.filter((one) => one.owner === 'customer' && one.section === section).map(({ key }) => key)
}

async function valueOf({ context }: TestCore, id: Parameters<typeof cardOfCustomer>[1], key: string) {
  return (await cardOfCustomer(context, id)).values[key]
}

describe('a field', () => {
  it('is renamed, hidden, retired and marked, and each can be undone', async () => {
    await using core = await openTestCore()
    const { context } = core
    const field = await own(core, 'text')
    const before = await currentLayout(context.db)
    const change = { labelZh: '炉头', labelEn: 'Burners', sensitive: true, printed: false, listed: false, hidden: true }
    const edited = await editField(context, field.id, change)
    expect(edited.field).toEqual({ ...field, ...change })
    const retired = await editField(context, field.id, { retired: true })
    expect(retired.field).toEqual({ ...field, ...change, retired: true })
    await undoOperation(context, retired.operationId)
    await undoOperation(context, edited.operationId)
    expect(await currentLayout(context.db)).toEqual(before)
  })

  it('cannot take the name of another, in either language', async () => {
    await using core = await openTestCore()
    const { context } = core
    const field = await own(core, 'text')
    for (const change of [{ labelZh: '备注' }, { labelEn: ' notes' }, { labelZh: 'Notes' }]) {
      await expect(editField(context, field.id, change)).rejects.toMatchObject(rule('fieldExists'))
    }
    // Its own name is no other's, and a contact's field may be called like a customer's.
    await editField(context, field.id, { labelZh: '灶台', labelEn: '灶台' })
    await editField(context, field.id, { labelZh: '决策角色' })
  })

  it('is one of five that are required at most, the number not counted', async () => {
    await using core = await openTestCore()
    const { context } = core
    for (const key of ['wechat', 'email', 'needs']) {
      await editField(context, (await shipped(core, key)).id, { required: true })
    }
    const sixth = await own(core, 'text')
    await expect(editField(context, sixth.id, { required: true })).rejects.toMatchObject(rule('tooManyRequired'))
    await expect(
      addField(context, { ...sixth, owner: 'customer', labelZh: '另一', labelEn: 'Other', required: true }),
    ).rejects.toMatchObject(rule('tooManyRequired'))
    // One that nobody sees asks nobody.
    expect((await editField(context, (await shipped(core, 'email')).id, { hidden: true })).field.required).toBe(false)
    expect((await editField(context, sixth.id, { required: true })).field.required).toBe(true)
  })

  it.each(['name', 'kind', 'number', 'channel', 'followUpKind'])(
    'without which there is no record cannot be emptied or put away: %s',
    async (key) => {
      await using core = await openTestCore()
      const { id } = await shipped(core, key)
      for (const change of [{ required: false }, { hidden: true }, { retired: true }]) {
        await expect(editField(core.context, id, change)).rejects.toMatchObject(rule('neededByProgram'))
      }
      expect((await editField(core.context, id, { labelZh: '改了名' })).field.labelZh).toBe('改了名')
    },
  )

  it.each(['name', 'phones', 'address', 'grade', 'owner', 'wechat', 'birthday', 'tags', 'contractEndsOn', 'loyalty'])(
    'that the program goes by can neither be deleted nor change its type: %s',
    async (key) => {
      await using core = await openTestCore()
      const { id, type } = await shipped(core, key)
      await expect(removeField(core.context, id)).rejects.toMatchObject(rule('shippedField'))
      const other = type === 'text' ? 'longText' : 'text'
      await expect(editField(core.context, id, { type: other })).rejects.toMatchObject(rule('neededByProgram'))
    },
  )

  it('is not there', async () => {
    await using core = await openTestCore()
    const missing = { code: 'NOT_FOUND', data: { entity: 'field', id: 4711 } }
    await expect(editField(core.context, 4711, {})).rejects.toMatchObject(missing)
    await expect(removeField(core.context, 4711)).rejects.toMatchObject(missing)
    await expect(moveField(core.context, 4711, 'notes', null)).rejects.toMatchObject(missing)
    await expect(fieldUsage(core.context.db, 4711)).rejects.toMatchObject(missing)
  })
})

describe('the type of a field', () => {
  const taken: [FieldType, FieldValue, FieldType, FieldValue][] = [
    ['text', '一行', 'longText', '一行'],
    ['longText', '一行', 'text', '一行'],
    ['text', 'a@b.cn', 'email', 'a@b.cn'],
    ['text', 'shop.example', 'link', 'shop.example'],
    ['text', '0571-88624107', 'phone', '0571-88624107'],
    ['number', 12.5, 'text', '12.5'],
    ['text', '12.5', 'number', 12.5],
    ['number', 12.5, 'money', 1250],
    ['money', 1250, 'number', 12.5],
    ['money', 1250, 'text', '12.50'],
    ['text', '2026-03-02', 'date', '2026-03-02'],
    ['date', '2026-03-02', 'partialDate', '2026-03-02'],
    ['partialDate', '2026-03-02', 'date', '2026-03-02'],
    ['date', '2026-03-02', 'text', '2026-03-02'],
    ['choice', 'c2', 'choices', ['c2']],
    ['choices', ['c2'], 'choice', 'c2'],
    ['choice', 'c2', 'text', '绿'],
    ['choices', ['c2', 'c1'], 'text', '绿、红'],
    ['yesNo', true, 'yesNo', true],
  ]

  it.each(taken)('%s %j becomes %s %j, and undone is what it was', async (from, value, into, expected) => {
    await using core = await openTestCore()
    const { context } = core
    const field = await own(core, from, '灶台', from.startsWith('choice') ? ['红', '绿'] : [])
    const id = await core.addCustomer({ values: { [field.key]: value } })
    const none = await core.addCustomer({ name: '没有' })
    const { operationId, field: changed } = await editField(context, field.id, { type: into as 'text' })
    expect(changed.type).toBe(into)
    expect(await valueOf(core, id, field.key)).toEqual(expected)
    expect(await valueOf(core, none, field.key)).toBeUndefined()
    await undoOperation(context, operationId)
    expect(await valueOf(core, id, field.key)).toEqual(value)
    expect((await currentLayout(context.db)).fields.find(({ id: one }) => one === field.id)).toEqual(field)
  })

  const refused: [FieldType, FieldValue, FieldType][] = [
    ['longText', '两\n行', 'text'],
    ['text', '十二', 'number'],
    ['text', '12.345', 'money'],
    ['number', 0.001, 'money'],
    ['text', '2026-02-30', 'date'],
    ['partialDate', '--03-05', 'date'],
    ['partialDate', 'lunar:--08-15', 'text'],
    ['text', 'nobody', 'email'],
    ['choices', ['c1', 'c2'], 'choice'],
    ['longText', 'x'.repeat(61), 'choice'],
    ['yesNo', true, 'text'],
    ['customer', 1, 'number'],
    ['number', 1, 'customer'],
  ]

  it.each(refused)('%s %j does not become %s, and nothing is changed', async (from, value, into) => {
    await using core = await openTestCore()
    const { context } = core
    await core.addCustomer()
    const field = await own(core, from, '灶台', from.startsWith('choice') ? ['红', '绿'] : [])
    const id = await core.addCustomer({ values: { [field.key]: value } })
    const before = await currentLayout(context.db)
    const change = editField(context, field.id, { type: into as 'text', labelZh: '改' })
    await expect(change).rejects.toMatchObject(rule('valuesDoNotFit'))
    expect(await currentLayout(context.db)).toEqual(before)
    expect(await valueOf(core, id, field.key)).toEqual(value)
  })

  it('makes the words there are the choices', async () => {
    await using core = await openTestCore()
    const field = await own(core, 'text')
    const ids = await Promise.all(
      ['燃气', '电', '燃气'].map((word) => core.addCustomer({ values: { [field.key]: word } })),
    )
    const { field: changed } = await editField(core.context, field.id, { type: 'choice' })
    expect(changed.choices.map(({ labelZh }) => labelZh).toSorted()).toEqual(['燃气', '电'].toSorted())
    const keys = await Promise.all(ids.map((id) => valueOf(core, id, field.key)))
    expect(keys.map((key) => changed.choices.find((choice) => choice.key === key)?.labelZh)).toEqual([
      '燃气',
      '电',
      '燃气',
    ])
  })

  it('takes conditions that no longer mean anything out of saved views, and leaves those that do', async () => {
    await using core = await openTestCore()
    const { context } = core
    const field = await own(core, 'number')
    const query: CustomerQuery = {
      text: '',
      filters: [{ field: field.key, operator: 'atLeast', value: 5 }],
      sort: [{ field: field.key, direction: 'asc' }],
    }
    const { id } = await addView(context, { labelZh: '多', labelEn: 'Many', query, columns: null })
    const stored = async () => {
      const row = await context.db.selectFrom('views').select('query').where('id', '=', id).executeTakeFirstOrThrow()
      return JSON.parse(row.query) as CustomerQuery
    }
    await editField(context, field.id, { type: 'text' })
    expect(await stored()).toEqual({ ...query, filters: [] })
  })
})

describe('the place of a field', () => {
  it('changes within its section and to another, and all else keeps its order', async () => {
    await using core = await openTestCore()
    const { context } = core
    const [wechat, email, needs] = [
      await shipped(core, 'wechat'),
      await shipped(core, 'email'),
      await shipped(core, 'needs'),
    ]
    const [address, notes] = [await keysIn(core, 'address'), await keysIn(core, 'needs')]
    const moved = await moveField(context, email.id, 'address', wechat.id)
    expect(await keysIn(core, 'address')).toEqual(['phones', 'email', 'wechat', ...address.slice(3)])
    const away = await moveField(context, wechat.id, 'needs', needs.id)
    expect(await keysIn(core, 'address')).toEqual(['phones', 'email', ...address.slice(3)])
    expect(await keysIn(core, 'needs')).toEqual(['wechat', ...notes])
    await moveField(context, wechat.id, 'needs', null)
    expect(await keysIn(core, 'needs')).toEqual([...notes, 'wechat'])
    await undoOperation(context, (await moveField(context, wechat.id, 'needs', needs.id)).operationId)
    expect(await keysIn(core, 'needs')).toEqual([...notes, 'wechat'])
    expect([moved.operationId, away.operationId]).toHaveLength(2)
  })

  it('is on the card', async () => {
    await using core = await openTestCore()
    const { context } = core
    const [lastContact, role, needs] = [
      await shipped(core, 'lastContact'),
      await shipped(core, 'role'),
      await shipped(core, 'needs'),
    ]
    for (const { id } of [lastContact, role]) {
      await expect(moveField(context, id, 'notes', null)).rejects.toMatchObject(rule('neededByProgram'))
    }
    const elsewhere = moveField(context, needs.id, 'notes', (await shipped(core, 'wechat')).id)
    await expect(elsewhere).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(moveField(context, needs.id, 'nowhere', null)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a field that is deleted', () => {
  it('says what hangs on it, keeps the values, leaves the views, and comes back with both', async () => {
    await using core = await openTestCore()
    const { context } = core
    const field = await own(core, 'choice', '灶台', ['红', '绿'])
    const id = await core.addCustomer({ values: { [field.key]: 'c1', needs: '换灶' } })
    await core.addCustomer({ values: { [field.key]: 'c2' } })
    await core.addCustomer({ values: { [field.key]: 'c1' } })
    const query: CustomerQuery = {
      text: '',
      filters: [
        { field: field.key, operator: 'is', value: ['c1'] },
        { field: 'grade', operator: 'is', value: ['A'] },
      ],
      sort: [{ field: field.key, direction: 'asc' }],
    }
    const columns = [field.key, 'name'].map((key) => ({ field: key, width: 90, pinned: false }))
    await addView(context, { labelZh: '红灶', labelEn: 'Red', query, columns })
    const views = () => context.db.selectFrom('views').selectAll().execute()
    const [before, layout] = [await views(), await currentLayout(context.db)]

    expect(await fieldUsage(context.db, field.id)).toEqual({ values: 3, choices: { c1: 2, c2: 1 }, views: 1 })
    const removed = await removeField(context, field.id)
    expect(removed.values).toBe(3)
    expect((await currentLayout(context.db)).fields).toHaveLength(layout.fields.length - 1)
    const left = (await views()).at(-1)
    expect(JSON.parse(left?.query ?? '')).toEqual({ text: '', filters: [query.filters[1]], sort: [] })
    expect(JSON.parse(left?.columns ?? '')).toEqual([columns[1]])
    expect((await views()).slice(0, -1)).toEqual(before.slice(0, -1))

    // A new field of the same name starts empty.
    const again = await own(core, 'choice', '灶台', ['红'])
    expect(await valueOf(core, id, again.key)).toBeUndefined()
    await removeField(context, again.id)

    await undoOperation(context, removed.operationId)
    expect(await currentLayout(context.db)).toEqual(layout)
    expect(await views()).toEqual(before)
    expect(await valueOf(core, id, field.key)).toBe('c1')
  })

  it('may have come with the program', async () => {
    await using core = await openTestCore()
    const { id } = await shipped(core, 'monthlyVolume')
    const { operationId } = await removeField(core.context, id)
    expect(await keysIn(core, 'purchasing')).not.toContain('monthlyVolume')
    await undoOperation(core.context, operationId)
    expect(await keysIn(core, 'purchasing')).toContain('monthlyVolume')
  })
})

describe('a section', () => {
  it('is added at the end, renamed, weighed, hidden and moved', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { key } = await addSection(context, { labelZh: '设备', labelEn: 'Equipment' })
    await editSection(context, key, { labelZh: '厨房设备', weight: 0, hidden: true })
    await moveSection(context, key, 'needs')
    const { sections } = await currentLayout(context.db)
    expect(sections.map((section) => section.key).slice(3, 6)).toEqual(['address', key, 'needs'])
    expect(sections.find((section) => section.key === key)).toMatchObject({
      labelZh: '厨房设备',
      labelEn: 'Equipment',
      weight: 0,
      hidden: true,
      shipped: false,
    })
    await expect(addSection(context, { labelZh: '备注', labelEn: 'x' })).rejects.toMatchObject(rule('sectionExists'))
    await expect(editSection(context, key, { labelEn: 'Notes' })).rejects.toMatchObject(rule('sectionExists'))
    await expect(moveSection(context, key, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leaves its fields to another when it goes, in their order, and gets them back', async () => {
    await using core = await openTestCore()
    const { context } = core
    const before = await currentLayout(context.db)
    const [finances, credit] = [await keysIn(core, 'finances'), await keysIn(core, 'credit')]
    const { operationId } = await removeSection(context, 'finances', 'credit')
    expect(await keysIn(core, 'credit')).toEqual([...credit, ...finances])
    await undoOperation(context, operationId)
    expect(await currentLayout(context.db)).toEqual(before)
  })

  it('is never the last one that goes', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { sections } = await currentLayout(context.db)
    for (const { key } of sections.slice(1)) await removeSection(context, key, 'name')
    expect(
      (await currentLayout(context.db)).fields.filter(({ section }) => section !== 'name' && section !== null),
    ).toEqual([])
    await expect(removeSection(context, 'name', 'name')).rejects.toMatchObject(rule('lastSection'))
  })

  it('shows its fields in the last section when its making is undone under them', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { key, operationId } = await addSection(context, { labelZh: '设备', labelEn: 'Equipment' })
    await moveField(context, (await shipped(core, 'needs')).id, key, null)
    await undoOperation(context, operationId)
    expect(await keysIn(core, 'notes')).toContain('needs')
  })
})
