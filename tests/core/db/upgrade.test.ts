import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import type { OperationId } from '#contract/common.ts'
import { type Core, openCore } from '#core/core.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { migrations } from '#core/db/migrate.ts'
import { openDatabase } from '#core/db/open.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { viewsInOrder } from '#core/views/view-queries.ts'

const fixtures = new URL('../../fixtures/databases/', import.meta.url)

/** A file as an earlier version left it: the sample company, a few edits, a customer deleted, one deleted and back. */
async function openOld(name: string): Promise<Core> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-old-'))
  writeFileSync(join(folder, 'shuke.sqlite'), gunzipSync(readFileSync(new URL(name, fixtures))))
  const core = await openCore({ dataFolder: folder, version: 'test' })
  onTestFinished(async () => {
    await core[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })
  return core
}

async function customerNamed({ context }: Core, name: string) {
  const { id } = await context.db
    .selectFrom('customers')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return cardOfCustomer(context, id)
}

async function operationOf({ context }: Core, kind: 'editCustomer' | 'removeCustomers'): Promise<OperationId> {
  const { id } = await context.db
    .selectFrom('operations')
    .select('id')
    .where('kind', '=', kind)
    .where('undone_by', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

it.each(readdirSync(fixtures))('opens %s with the schema and the indexes of a new file', async (name) => {
  const { context } = await openOld(name)
  const schemaOf = (database: typeof context.database) =>
    database.sqlite
      .prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'list_by_%' ORDER BY name`)
      .pluck()
      .all()
      .map((statement: unknown) => String(statement).replaceAll(/\s+/g, ' '))
  const fresh = openDatabase(':memory:')
  onTestFinished(() => fresh.db.destroy())
  expect(schemaOf(context.database)).toEqual(schemaOf(fresh))
  expect(context.database.sqlite.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(context.database.sqlite.pragma('foreign_key_check')).toEqual([])
  expect(context.database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

it('finds addresses and affiliates in their new place', async () => {
  const core = await openOld('version-5.sqlite.gz')
  const ruilin = await customerNamed(core, '瑞林月子中心')
  expect(ruilin.addresses).toMatchObject([{ area: '', street: '杭州市余杭区良睦路66号' }])
  expect(ruilin.affiliates).toMatchObject([{ name: '青禾里餐饮管理有限公司' }])
  expect(ruilin.values).not.toHaveProperty('address')
  expect(ruilin.checks.complete.percent).toBeGreaterThan(30)
})

it('has the fields and views that a new file has', async () => {
  const { context } = await openOld('version-5.sqlite.gz')
  const { sections, fields } = await currentLayout(context.db)
  expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining(['owner', 'completeness', 'confirmedOn']))
  expect(fields.find(({ key }) => key === 'owner')?.choices).toMatchObject([{ labelZh: '林晓雨' }])
  expect(sections.every(({ shipped, weight }) => shipped && weight === 1)).toBe(true)
  expect((await viewsInOrder(context.db)).map(({ key }) => key)).toEqual(expect.arrayContaining(['all', 'birthdays']))
})

it('takes back what was done before the upgrade', async () => {
  const core = await openOld('version-5.sqlite.gz')
  const { kept } = await undoOperation(core.context, await operationOf(core, 'editCustomer'))
  expect(kept).toEqual([])
  expect((await customerNamed(core, '青禾里餐饮管理有限公司')).values['region']).toBe('余杭区')

  await undoOperation(core.context, await operationOf(core, 'removeCustomers'))
  expect(await customerNamed(core, '曾国富')).toMatchObject({ phones: [{ number: '131 8674 2259' }] })
})
