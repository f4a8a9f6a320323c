import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { Context } from '#core/lib/context.ts'
import { CustomerId, type OperationId, VisitId } from '#contract/common.ts'
import { saveAddresses } from '#core/customers/address-service.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { removeCustomers, savePhones } from '#core/customers/customer-service.ts'
import { saveValue, saveValueOfMany } from '#core/customers/save-value.ts'
import { openCore } from '#core/core.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { write } from '#core/operations/write.ts'
import { refreshSearchIndex } from '#core/search/search-index.ts'
import { matchingIds } from '#core/search/find.ts'
import { searchFor } from '#core/search/search-words.ts'
import { hitsFor } from '#core/search/search-queries.ts'
import { catchUp } from '#core/search/keep-up.ts'
import { setUp } from '#core/settings/settings-service.ts'
import { editVisit, removeVisit, saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

/** Every record and how it is indexed; the second is what a fresh index of the same records would hold. */
async function indexState({ db, database }: Context) {
  const stored = {
    customers: await db.selectFrom('search_customer_sources').selectAll().orderBy('id').execute(),
    contacts: await db.selectFrom('search_contact_sources').selectAll().orderBy('id').execute(),
    terms: termsIn('search_customers') + termsIn('search_contacts') + termsIn('search_entries'),
    behind: await db.selectFrom('search_dirty_entries').selectAll().execute(),
  }
  function termsIn(table: string): string {
    database.sqlite.exec(`CREATE VIRTUAL TABLE temp.${table}_terms USING fts5vocab('main', '${table}', 'row')`)
    const rows = database.sqlite.prepare(`SELECT term, doc FROM temp.${table}_terms ORDER BY term`).all()
    database.sqlite.exec(`DROP TABLE temp.${table}_terms`)
    database.sqlite.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`)
    return JSON.stringify(rows)
  }
  return stored
}

it('is after any changes what a fresh one would be', async () => {
  const names = constantFrom('张伟', '王小明', '李娜', '老张碗碗香面馆', 'IBM 中国')
  const change = oneof(
    record({ type: constantFrom('rename'), at: integer({ min: 0, max: 3 }), name: names }),
    record({
      type: constantFrom('phone'),
      at: integer({ min: 0, max: 3 }),
      name: constantFrom('138 1234 5678', '0571-88880926'),
    }),
    record({ type: constantFrom('contact'), at: integer({ min: 0, max: 3 }), name: names }),
    record({ type: constantFrom('note', 'address', 'visit'), at: integer({ min: 0, max: 3 }), name: names }),
    record({ type: constantFrom('editVisit', 'removeVisit'), at: integer({ min: 0, max: 3 }), name: names }),
    record({ type: constantFrom('remove'), at: integer({ min: 0, max: 3 }), name: names }),
    record({ type: constantFrom('undo'), at: integer({ min: 0, max: 3 }), name: names }),
  )
  await assert(
    asyncProperty(array(change, { maxLength: 12 }), async (changes) => {
      await using core = await openTestCore()
      const { context } = core
      const ids: CustomerId[] = []
      for (const name of ['张伟', '李娜', '王芳', '陈静']) ids.push(await core.addCustomer({ name }))
      let last = (await saveContact(context, contactDraft(ids[0] ?? CustomerId.parse(1), '阮静'))).operationId
      const visits: VisitId[] = []
      for (const { type, at, name } of changes) {
        const id = ids[at] ?? CustomerId.parse(1)
        // What is gone or undone already refuses to change: that is as good a state to be in.
        const works: Readonly<Record<string, () => Promise<{ operationId: OperationId }>>> = {
          rename: async () => saveValue(context, { id, field: 'name', value: name, was: await nameOf(context, id) }),
          phone: () => savePhones(context, id, [{ id: null, label: '', number: name }]),
          contact: () => saveContact(context, { ...contactDraft(id, name), notes: `${name}的同学` }),
          note: () => saveValueOfMany(context, { ids: [id] }, 'notes', `${name}介绍来的`),
          address: () => saveAddresses(context, id, [{ id: null, label: '', area: name, street: '', postcode: '' }]),
          visit: async () => {
            const saved = await saveVisit(
              context,
              visitOf(id, { situation: `遇到${name}`, next: appointmentOn('2026-04-01', name) }),
            )
            visits.push(saved.id)
            return saved
          },
          editVisit: () =>
            editVisit(context, { ...visitOf(id, { situation: `又遇到${name}` }), id: visits[at] ?? noVisit }),
          removeVisit: () => removeVisit(context, visits[at] ?? noVisit),
          remove: () => removeCustomers(context, { ids: [id] }),
          undo: () => undoOperation(context, last),
        }
        const work = works[type]?.() ?? Promise.reject(new Error(type))
        last = await work.then(({ operationId }) => operationId).catch(() => last)
      }
      const kept = await indexState(context)
      context.database.sqlite.exec(`INSERT INTO search_entries (search_entries) VALUES ('delete-all');
        INSERT INTO search_dirty_entries (entry, known) SELECT id * 2, '' FROM visits
        UNION ALL SELECT id * 2 + 1, '' FROM follow_ups`)
      await catchUp(context.db)
      await context.db.deleteFrom('search_customer_sources').execute()
      await context.db.deleteFrom('search_contact_sources').execute()
      for (const table of ['customers', 'contacts']) {
        context.database.sqlite.exec(`INSERT INTO search_${table} (search_${table}) VALUES ('delete-all')`)
        context.database.sqlite.exec(`INSERT INTO search_dirty_${table} SELECT id FROM ${table}`)
      }
      await context.db.transaction().execute(refreshSearchIndex)
      expect(kept).toEqual(await indexState(context))
    }),
    { numRuns: 15 },
  )
}, 60_000)

const noVisit = VisitId.parse(999)

async function nameOf({ db }: Context, id: CustomerId): Promise<string> {
  return (await db.selectFrom('customers').select('name').where('id', '=', id).executeTakeFirst())?.name ?? ''
}

it('no longer holds the name of a customer who was removed, in the file itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-erase-'))
  try {
    await using core = await openCore({ dataFolder: folder, version: 'test' })
    const { context } = core
    await setUp(context, {
      language: 'zh-CN',
      businessName: '',
      staffName: '',
      trade: 'general',
      withSampleData: false,
    })
    const { db, sqlite } = context.database
    const inFile = (text: string) => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
      return readFileSync(context.dataFile).includes(text)
    }
    // Terms are stored without what they share with the one before, so this name stands alone in the alphabet.
    await db.transaction().execute(async (open) => {
      await open.insertInto('search_dirty_customers').values({ id: 900 }).execute()
      sqlite.exec(`INSERT INTO customers (id, uid, operation_id, number, kind, name, created_on, created_at)
        VALUES (900, 'gone', 1, 'ZZ900', 'person', '龘靐齉爩', '2026-03-02', 0)`)
      await refreshSearchIndex(open)
    })
    expect(inFile('靐齉爩')).toBe(true)

    await db.transaction().execute(async (open) => {
      // Without history, as a purge does it.
      sqlite.exec('DROP TRIGGER temp.customers_record_delete; DELETE FROM customers WHERE id = 900')
      await refreshSearchIndex(open)
    })
    expect(inFile('靐齉爩')).toBe(false)
    expect(inFile('龘')).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('leaves a record alone when something else about it changes', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ name: '张伟' })
  const state = await indexState(core.context)
  await saveValue(core.context, { id, field: 'grade', value: 'A', was: null })
  expect(await indexState(core.context)).toEqual(state)
})

it('follows a corrected reading', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ name: '单立人' })
  await saveValue(core.context, { id, field: 'reading', value: 'dān lì rén', was: 'shàn lì rén' })
  const names = async (text: string) => (await hitsFor(core.context.db, text, 9)).hits.map(({ name }) => name)
  expect(await names('danliren')).toEqual(['单立人'])
  expect(await names('shanliren')).toEqual([])
})

it('finds all that match, not only the first', async () => {
  await using core = await openTestCore()
  for (let index = 0; index < 120; index++) await core.addCustomer({ name: `王${index}号` })
  const all = async (text: string) =>
    (
      await matchingIds(
        core.context.db,
        'customer',
        searchFor(text, () => true),
      )
    ).size
  expect(await all('王')).toBe(120)
  expect(await all('1号')).toBe(12)
  expect(await all('王11')).toBe(11)
  expect(await all('w')).toBe(120)
})

it('is what a fresh one would be after most of it was taken back at once', async () => {
  await using core = await openTestCore()
  const { context } = core
  for (const name of ['张伟', '李娜']) await core.addCustomer({ name })
  const before = await indexState(context)
  const many = Array.from({ length: 2500 }, (_, at) => `陈${at}`)
  const { operationId } = await write(context, { kind: 'import' }, async ({ db, operationId }) => {
    for (const [at, name] of many.entries()) {
      await db
        .insertInto('customers')
        .values({
          uid: `u${at}`,
          operation_id: operationId,
          number: `M${at}`,
          kind: 'person',
          name,
          short_name: '',
          reading: 'chén',
          field_values: '{}',
          created_by: '',
          created_on: context.clock.today(),
          created_at: context.clock.now(),
        })
        .execute()
    }
    return {}
  })
  expect((await hitsFor(context.db, '陈2499', 5)).hits).toHaveLength(1)

  await undoOperation(context, operationId)

  expect(await indexState(context)).toEqual(before)
})
