import { describe, expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import { CustomerDraft, type CustomerQuery } from '#contract/customers.ts'
import { looksDialable, phoneDigits } from '#contract/phones.ts'
import { cleanText } from '#contract/text.ts'
import { listCustomers } from '#core/customers/customer-list.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { createCustomer } from '#core/customers/customer-service.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const draft: CustomerDraft = { kind: 'person', name: '王芳', phones: [], values: {}, contact: null }
const save = (core: TestCore, id: CustomerId, field: string, value: string, was: string | null = null) =>
  saveValue(core.context, { id, field, value, was })

describe('an empty or blank name', () => {
  it.each(['', '   ', '\u0000\u0007', '\n\t'])('is refused before anything is saved: %j', (name) => {
    const parsed = CustomerDraft.safeParse({ ...draft, name })
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]?.path).toEqual(['name'])
  })

  it('is refused in place, and the old name stays', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    await expect(save(core, id, 'name', '  ', '王芳')).rejects.toMatchObject({
      data: { field: 'name', problem: 'required' },
    })
    expect((await cardOfCustomer(core.context, id)).name).toBe('王芳')
  })
})

describe('text', () => {
  it.each([
    ['10,000 characters', '很长的备注，'.repeat(1667)],
    ['emoji', '喜欢 👨‍👩‍👧‍👦 全家照'],
    ['right-to-left', 'مرحبا بالعالم \u202Eabc'],
    ['lines and tabs', '第一行\n第二行\t列'],
    ['markup', '<script>alert(1)</script>'],
    ['SQL', "'); DROP TABLE customers; --"],
    ['a formula', '=HYPERLINK("http://x")'],
  ])('is kept as it was typed: %s', async (_, text) => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    await save(core, id, 'notes', text)
    expect((await cardOfCustomer(core.context, id)).values['notes']).toBe(text)
  })

  it.each(['<script>alert(1)</script>', "'); DROP TABLE customers; --", '=1+1', '@SUM(A1)', '-2+3', '%_\\'])(
    'is a name like any other, kept and found: %s',
    async (name) => {
      await using core = await openTestCore()
      const id = await core.addCustomer({ name })
      const other = await core.addCustomer({ name: '王芳' })
      expect((await cardOfCustomer(core.context, id)).name).toBe(name)
      const query: CustomerQuery = { text: '', filters: [{ field: 'name', operator: 'is', value: name }], sort: [] }
      const { rows } = await listCustomers(
        core.context.db,
        { query, columns: [], offset: 0, limit: 10 },
        core.context.clock.today(),
      )
      expect(rows.map((row) => row.id)).toEqual([id])
      expect((await cardOfCustomer(core.context, other)).name).toBe('王芳')
    },
  )

  it('loses control characters but newline and tab, and their number is known', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const typed = 'a\u0000b\u0007c\u009Fd\r\ne\tf'
    const { value } = await save(core, id, 'notes', typed)
    expect(value).toBe('abcd\ne\tf')
    expect(cleanText(typed)).toEqual({ text: 'abcd\ne\tf', removed: 3 })
  })
})

describe('a card number typed by hand', () => {
  it('is refused when another card has it, and the other is named', async () => {
    await using core = await openTestCore()
    const first = await core.addCustomer({ name: '青禾里' })
    const { number } = await cardOfCustomer(core.context, first)
    await expect(createCustomer(core.context, { ...draft, values: { number } })).rejects.toMatchObject({
      code: 'TAKEN',
      data: { field: 'number', value: number, id: first, name: '青禾里' },
    })
    const second = await core.addCustomer()
    const own = (await cardOfCustomer(core.context, second)).number
    await expect(save(core, second, 'number', number, own)).rejects.toMatchObject({ code: 'TAKEN' })
  })
})

describe('a phone', () => {
  it.each([
    ['138 5712 0463', '13857120463', true],
    ['+86 138-5712-0463', '13857120463', true],
    ['００８６１３８５７１２０４６３', '13857120463', true],
    ['0571-8862 4107', '057188624107', true],
    ['(0571) 88624107 转 801', '057188624107801', true],
    ['846-790-4623x4715', '84679046234715', true],
    ['找小王要', '', false],
    ['12', '12', false],
  ])('%s is matched by %s', (number, digits, dialable) => {
    expect(phoneDigits(number)).toBe(digits)
    expect(looksDialable(number)).toBe(dialable)
  })

  it('that is none is kept as text', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ phones: [{ id: null, label: '', number: '找小王要' }] })
    expect((await cardOfCustomer(core.context, id)).phones).toMatchObject([{ number: '找小王要', digits: '' }])
  })

  it('keeps its leading zero', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ phones: [{ id: null, label: '', number: '057188624107' }] })
    expect((await cardOfCustomer(core.context, id)).phones[0]?.number).toBe('057188624107')
  })
})

describe('a date that does not exist', () => {
  it.each([
    ['contractEndsOn', '2025-02-30', 'notADate'],
    ['contractEndsOn', '2025-13-01', 'notADate'],
    ['birthday', '2025-02-30', 'notAPartialDate'],
    ['birthday', '--02-30', 'notAPartialDate'],
    // 腊月 of 2024 has 29 days, and 2025's leap month is the sixth.
    ['birthday', 'lunar:2024-12-30', 'notAPartialDate'],
    ['birthday', 'lunar:2025-05L-01', 'notAPartialDate'],
  ])('is refused with the reason: %s %s', async (field, value, problem) => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    await expect(save(core, id, field, value)).rejects.toMatchObject({ code: 'BAD_VALUE', data: { field, problem } })
  })

  it.each(['--02-29', 'lunar:--12-30', 'lunar:2025-06L-01', '1984', '1984-03', '--08', 'lunar:1984-08-15'])(
    'is kept when it does: %s',
    async (value) => {
      await using core = await openTestCore()
      const id = await core.addCustomer()
      await save(core, id, 'birthday', value)
      expect((await cardOfCustomer(core.context, id)).values['birthday']).toBe(value)
    },
  )

  it('is refused for a contact as well', async () => {
    await using core = await openTestCore()
    const customerId = await core.addCustomer()
    const contact = { ...contactDraft(customerId, '陈国梁'), birthday: 'lunar:2024-12-30' as never }
    await expect(saveContact(core.context, contact)).rejects.toMatchObject({ data: { problem: 'notAPartialDate' } })
  })
})

it('keeps the later value when two windows edit the same field, and says what it is', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer()
  await save(core, id, 'region', '余杭区')
  await expect(save(core, id, 'region', '滨江区')).rejects.toMatchObject({
    code: 'CHANGED_MEANWHILE',
    data: { now: '余杭区' },
  })
  expect((await cardOfCustomer(core.context, id)).values['region']).toBe('余杭区')
})

it('keeps everything when a person becomes a company and back', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({
    phones: [{ id: null, label: '手机', number: '138 5712 0463' }],
    values: { birthday: 'lunar:--08-15' },
  })
  const before = await cardOfCustomer(core.context, id)
  await save(core, id, 'kind', 'company', 'person')
  await save(core, id, 'kind', 'person', 'company')
  const after = await cardOfCustomer(core.context, id)
  // When it was last edited is all that tells.
  expect(after).toEqual({ ...before, changedAt: after.changedAt, checks: after.checks })
  expect(after.checks.complete).toEqual(before.checks.complete)
})
