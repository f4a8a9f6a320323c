import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerDraft } from '#contract/customers.ts'
import type { ExportPlan } from '#contract/exports.ts'
import type { FieldValue } from '#contract/fields.ts'
import type { CustomerId, LocalMinute } from '#contract/common.ts'
import type { PartialDate } from '#contract/partial-date.ts'
import { cardsOfCustomers } from '#core/customers/customer-queries.ts'
import { saveAddresses } from '#core/customers/address-service.ts'
import { saveAffiliates } from '#core/customers/affiliate-service.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { exportCustomers } from '#core/export/export-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { visitOf } from '../../support/visit.ts'
import { importOf } from '../../support/import.ts'

const everything: ExportPlan = {
  selection: { query: { text: '', filters: [], sort: [{ field: 'number', direction: 'asc' }] }, except: [] },
  format: 'xlsx',
  encoding: 'utf-8',
  columns: null,
  withSensitive: true,
  language: 'zh-CN',
  sheets: { contacts: true, visits: true, followUps: false },
  name: '客户',
}

async function exported(core: TestCore, plan: Partial<ExportPlan>): Promise<string> {
  for await (const event of exportCustomers(core.context, { ...everything, ...plan })) {
    if (event.type === 'done') return core.context.files.pathOf(event.report.file.token)
  }
  throw new Error('the export ended without a file')
}

async function importAll(core: TestCore, path: string, sheets: readonly number[]): Promise<void> {
  for (const sheet of sheets) {
    using wizard = await importOf(core.context, path, { sheet })
    const { leftOut } = await wizard.run({ matchKey: 'number' })
    expect([sheet, leftOut, (await wizard.check({ matchKey: 'number' })).problems]).toEqual([sheet, 0, []])
  }
}

/** Everything of every card but ids and the moments of typing. */
async function staffId({ context }: TestCore) {
  return (await context.db.selectFrom('staff').select('id').executeTakeFirstOrThrow()).id
}

async function plainCards({ context }: TestCore) {
  const rows = await context.db.selectFrom('customers').select('id').orderBy('number').execute()
  const cards = await cardsOfCustomers(
    context,
    rows.map(({ id }) => id),
  )
  const visits = await context.db
    .selectFrom('visits')
    .innerJoin('customers', 'customers.id', 'visits.customer_id')
    .leftJoin('staff', 'staff.id', 'visits.staff_id')
    .select([
      'customers.number',
      'staff.name as staff',
      (query) =>
        query
          .selectFrom('visit_contacts')
          .innerJoin('contacts', 'contacts.id', 'visit_contacts.contact_id')
          .select(({ fn }) => fn<string>('group_concat', ['contacts.name']).as('names'))
          .whereRef('visit_contacts.visit_id', '=', 'visits.id')
          .as('met'),
      'visited_at',
      'channel',
      'purpose',
      'situation',
      'result',
      'result_note',
      'mood',
      'duration_minutes',
    ])
    .orderBy('customers.number')
    .orderBy('visited_at')
    .orderBy('visits.id')
    .execute()
  const staff = await context.db.selectFrom('staff').select(['id', 'name']).execute()
  const nameOf = new Map(staff.map(({ id, name }): [FieldValue, string] => [String(id), name]))
  const plain = cards.map(({ number, kind, name, values, phones, addresses, affiliates, contacts }) => ({
    number,
    kind,
    name,
    values: { ...values, owner: nameOf.get(values['owner'] ?? null) },
    addresses: addresses.map((address) => ({ ...address, id: null })),
    affiliates: affiliates.map((affiliate) => ({ ...affiliate, customerId: null })),
    phones: phones.map(({ label, number: phone }) => [label, phone]),
    contacts: contacts.map(({ phones: own, reportsTo, influences, ...contact }) => ({
      ...contact,
      id: null,
      customerId: null,
      reportsTo: contacts.find(({ id }) => id === reportsTo)?.name,
      influences: influences.map((to) => contacts.find(({ id }) => id === to)?.name),
      phones: own.map(({ label, number: phone }) => [label, phone]),
    })),
  }))
  return { plain, visits }
}

const word = fc
  .stringMatching(/^[\p{Script=Han}a-zA-Z=+\-@'"<&;、,. _x0D:/\d]{1,12}$/u)
  .map((text) => text.trim().normalize('NFC'))
  .filter((text) => text !== '' && !/^(?:NULL|null|\\N|#N\/A)$/.test(text))
const prose = fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const phone = fc.record({
  id: fc.constant(null),
  label: fc.constantFrom('', '手机', '办公'),
  number: fc.stringMatching(/^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|\+\d{1,3} \d{6,10})$/),
})
const phones = fc.uniqueArray(phone, { maxLength: 3, selector: ({ number }) => number.replace(/\D/g, '') })
const values = fc.record(
  {
    shortName: word,
    region: word,
    grade: fc.constantFrom('A', 'B', 'C', 'D'),
    industry: fc.constantFrom('retail', 'it', 'other'),
    taxpayer: fc.constantFrom('general', 'individual', 'selfEmployed'),
    wechat: word,
    email: fc.emailAddress(),
    notes: prose,
    needs: prose,
    employees: fc.oneof(
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
        .map((value) => (Object.is(value, -0) ? 0 : value)),
    ),
    registeredCapital: fc.integer({ min: -1e12, max: 1e12 }),
    contractEndsOn: fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    birthday: fc.constantFrom(
      '1984-03-05',
      '1984-03',
      '1984',
      '--03-05',
      '--03',
      'lunar:1984-08-15',
      'lunar:--08-30',
      'lunar:--06L-03',
      'lunar:2025-06L-01',
      'lunar:--12-20',
    ),
    tags: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, FieldValue>>
const address = fc
  .record({
    id: fc.constant(null),
    label: fc.constantFrom('', '公司', '仓库'),
    area: fc.constantFrom('', '浙江省杭州市西湖区', 'Hangzhou, Zhejiang'),
    street: fc.oneof(fc.constant(''), word),
    postcode: fc.constantFrom('', '310012', '012345'),
  })
  .filter(({ area, street }) => area !== '' || street !== '')
/** Two addresses that say the same are one to the import. */
const addresses = fc.uniqueArray(address, {
  maxLength: 3,
  selector: ({ area, street }) => (area + street).toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
})
const customer: fc.Arbitrary<CustomerDraft> = fc.record({
  kind: fc.constantFrom('person' as const, 'company' as const),
  name: word,
  phones,
  values,
  contact: fc.option(fc.record({ name: word, title: word, phones })),
})

const everyone = fc.array(fc.record({ draft: customer, addresses }), { minLength: 12, maxLength: 12 })

describe('an export imported into an empty file', () => {
  it.each([
    ['xlsx', 'zh-CN', 'utf-8'],
    ['xlsx', 'en', 'utf-8'],
    ['csv', 'zh-CN', 'utf-8'],
    ['csv', 'zh-CN', 'gb18030'],
    ['csv', 'en', 'utf-8'],
  ] as const)(
    'gives the same customers, field for field: %s %s %s',
    async (format, language, encoding) => {
      await fc.assert(
        fc.asyncProperty(everyone, async (drafts) => {
          await using here = await openTestCore()
          const ids: CustomerId[] = []
          for (const { draft, addresses: own } of drafts) {
            const id = await here.addCustomer(format === 'csv' ? { ...draft, contact: null } : draft)
            await saveAddresses(here.context, id, own)
            const affiliates = ids.slice(-2).map((customerId, at) => ({ customerId, note: at === 0 ? '母公司' : '' }))
            if (ids.length % 3 === 2) await saveAffiliates(here.context, id, affiliates)
            ids.push(id)
          }
          const path = await exported(here, { format, language, encoding })
          await using there = await openTestCore()
          await importAll(there, path, format === 'csv' ? [0] : [0, 1])
          expect(await plainCards(there)).toEqual(await plainCards(here))
        }),
        // Many customers at once rather than many files: each file costs two cores and two threads.
        { numRuns: 2, endOnFailure: true },
      )
    },
    120_000,
  )

  it('gives the same contacts and visits', async () => {
    await using here = await openTestCore()
    const id = await here.addCustomer({
      name: '青禾里',
      kind: 'company',
      contact: { name: '陈国梁', title: '总经理', phones: [] },
    })
    const first = await here.context.db.selectFrom('contacts').select('id').executeTakeFirstOrThrow()
    const clerk = await saveContact(here.context, contactDraft(id, '丁、小丁'))
    await saveContact(here.context, {
      ...contactDraft(id, '许敏'),
      reportsTo: first.id,
      influences: [clerk.id, first.id],
      role: 'buyer',
      isDecisionMaker: true,
      wechat: 'xu',
      email: 'x@y.z',
      phones: [{ id: null, label: '办公', number: '0571-88013926' }],
      birthday: 'lunar:--08-15' as PartialDate,
      hometown: '绍兴',
      preferredChannel: 'wechat',
      relation: '表妹',
      notes: '=1+1\n爱喝茶',
    })
    for (const visitedAt of ['2026-01-02T10:30', '2025-12-31T00:00'] as LocalMinute[]) {
      await saveVisit(
        here.context,
        visitOf(id, {
          visitedAt,
          situation: '看了样机\n=很满意',
          staffId: await staffId(here),
          contactIds: (await here.context.db.selectFrom('contacts').select('id').execute()).map(
            (contact) => contact.id,
          ),
          result: 'progress',
          purpose: 'demo',
          durationMinutes: 45,
        }),
      )
    }
    const path = await exported(here, {})
    await using there = await openTestCore()
    await importAll(there, path, [0, 1, 2])
    const { plain, visits } = await plainCards(there)
    expect({ plain, visits }).toEqual(await plainCards(here))
    expect(visits).toMatchObject([{ staff: '林晓雨', met: '陈国梁,丁、小丁,许敏' }, { staff: '林晓雨' }])
  })
})
