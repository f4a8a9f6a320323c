import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listCustomers } from '#core/customers/customer-list.ts'
import { listSql } from '#core/customers/list-query.ts'
import { generateCompany } from '../../bench/generate.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

async function longList(): Promise<TestCore> {
  const core = await openTestCore()
  const company = { customers: 5_100, contacts: 0, visits: 0, openFollowUps: 500 }
  generateCompany(core.context.database.sqlite, company, '2026-03-02')
  return core
}

async function planOf({ context }: TestCore, field: string, direction: 'asc' | 'desc'): Promise<string> {
  const query = { text: '', filters: [], sort: [{ field, direction }] }
  const { order } = await listSql(context.db, query, context.clock.today())
  const { rows } = await sql<{ detail: string }>`
    explain query plan select id from customers order by ${order} limit 100 offset 5000`.execute(context.db)
  return rows.map(({ detail }) => detail).join('; ')
}

it('reads a long list in the order of an index, whatever it is sorted by', async () => {
  await using core = await longList()
  const fields = [
    'name',
    'number',
    'kind',
    'createdOn',
    'lastContact',
    'nextContact',
    'grade',
    'region',
    'custom1',
    'custom3',
  ]
  for (const field of fields) {
    for (const direction of ['asc', 'desc'] as const) {
      expect(await planOf(core, field, direction), `${field} ${direction}`).toMatch(
        /^SCAN customers USING COVERING INDEX \w+$/,
      )
    }
  }
})

it('makes an index anew when the choices of its field change', async () => {
  await using core = await longList()
  const { db, database } = core.context
  const indexes = () =>
    database.sqlite.prepare("SELECT name FROM sqlite_schema WHERE name GLOB 'list_by_source_order_*'").pluck().all()
  await planOf(core, 'source', 'asc')
  const before = indexes()
  database.sqlite.exec('DROP TRIGGER temp.choices_record_update')
  await db.updateTable('choices').set({ position: 99 }).where('key', '=', 'referral').execute()
  await planOf(core, 'source', 'asc')
  expect(indexes()).toHaveLength(1)
  expect(indexes()).not.toEqual(before)
})

it('shows every row once, page after page', async () => {
  await using core = await longList()
  const query = { text: '', filters: [], sort: [{ field: 'region', direction: 'asc' as const }] }
  const seen = new Set<number>()
  for (let offset = 0; offset < 5_100; offset += 500) {
    const { rows } = await listCustomers(
      core.context.db,
      { query, columns: ['region'], offset, limit: 500 },
      core.context.clock.today(),
    )
    for (const { id } of rows) seen.add(id)
  }
  expect(seen.size).toBe(5_100)
})
