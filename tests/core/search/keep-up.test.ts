import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { CustomerId, OperationId } from '#contract/common.ts'
import type { CustomerDraft } from '#contract/customers.ts'
import { openCore } from '#core/core.ts'
import { createCustomer, removeCustomers } from '#core/customers/customer-service.ts'
import type { Context } from '#core/lib/context.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { write } from '#core/operations/write.ts'
import { catchUp } from '#core/search/keep-up.ts'
import { hitsFor } from '#core/search/search-queries.ts'
import { setUp } from '#core/settings/settings-service.ts'
import { openTestCore } from '../../support/core.ts'
import { visitOf } from '../../support/visit.ts'

const many = 1500

/** As an import brings them: in one operation. */
async function addVisits(context: Context, customerId: CustomerId, text: (at: number) => string): Promise<OperationId> {
  const { visitedAt, channel } = visitOf(customerId)
  const { operationId } = await write(context, { kind: 'import' }, async ({ db, operationId }) => {
    for (let at = 0; at < many; at++) {
      await db
        .insertInto('visits')
        .values({
          uid: uuid(),
          operation_id: operationId,
          customer_id: customerId,
          visited_at: visitedAt,
          channel,
          situation: text(at),
          result_note: '',
          mood: '',
          decision_note: '',
          preparation: '',
          approach: '',
          next_is_none: 0,
          entered_at: context.clock.now(),
        })
        .execute()
    }
    return {}
  })
  return operationId
}

const isFound = async ({ db }: Context, text: string) => (await hitsFor(db, text, 5)).hits.length > 0
const behind = async ({ db }: Context) => (await db.selectFrom('search_dirty_entries').select('id').execute()).length

function termsLeft({ database: { sqlite } }: Context): number {
  sqlite.exec(`CREATE VIRTUAL TABLE temp.entry_terms USING fts5vocab('main', 'search_entries', 'row')`)
  const count = Number(sqlite.prepare('SELECT count(*) FROM temp.entry_terms').pluck().get())
  sqlite.exec('DROP TABLE temp.entry_terms')
  sqlite.exec(`INSERT INTO search_entries (search_entries) VALUES ('integrity-check')`)
  return count
}

const forgetsAtOnce = ({ database: { sqlite } }: Context) =>
  sqlite.prepare(`SELECT v FROM search_entries_config WHERE k = 'secure-delete'`).pluck().get()

it('does not let a save wait for many texts, and has them all a little later', async () => {
  await using core = await openTestCore()
  const { context } = core
  const id = await core.addCustomer()
  const operation = await addVisits(context, id, (at) => `谈到第${at}号方案`)
  expect(await behind(context)).toBeGreaterThan(many - 100)
  expect(await isFound(context, `第${many - 1}号方案`)).toBe(true)
  expect(await isFound(context, '第7号方案')).toBe(false)

  await catchUp(context.db)
  expect(await behind(context)).toBe(0)
  expect(await isFound(context, '第7号方案')).toBe(true)

  await undoOperation(context, operation)
  expect(await isFound(context, '号方案')).toBe(false)
  await catchUp(context.db)
  expect(await behind(context)).toBe(0)
  expect(termsLeft(context)).toBe(0)
  expect(forgetsAtOnce(context)).toBe(1)
})

it('finishes what another run began to forget', async () => {
  await using core = await openTestCore()
  const { context } = core
  const id = await core.addCustomer()
  await addVisits(context, id, (at) => `谈到第${at}号方案`)
  await catchUp(context.db)
  await removeCustomers(context, { ids: [id] })
  const stopped = new AbortController()
  stopped.abort()
  await catchUp(context.db, stopped.signal)
  expect(forgetsAtOnce(context)).toBe(0)

  await catchUp(context.db)
  expect(termsLeft(context)).toBe(0)
  expect(forgetsAtOnce(context)).toBe(1)
})

async function openOnDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-keep-up-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const open = () => openCore({ dataFolder: folder, version: 'test' })
  await using core = await open()
  await setUp(core.context, {
    language: 'zh-CN',
    businessName: '',
    staffName: '',
    trade: 'general',
    withSampleData: false,
  })
  const draft: CustomerDraft = { kind: 'person', name: '王芳', phones: [], values: {}, contact: null }
  const { id } = await createCustomer(core.context, draft)
  return { open, id }
}

it('works by itself in a running core, and goes on where the last run ended', async () => {
  const { open, id } = await openOnDisk()
  {
    await using core = await open()
    await addVisits(core.context, id, (at) => `谈到第${at}号方案`)
  }
  await using core = await open()
  await vi.waitFor(async () => expect(await behind(core.context)).toBe(0), { timeout: 20_000 })
  expect(await isFound(core.context, '第7号方案')).toBe(true)
}, 40_000)

it('leaves nothing in the file of what was said to somebody who was purged', async () => {
  const { open, id } = await openOnDisk()
  const inFile = async (text: string) => {
    const core = await open()
    const { dataFile } = core.context
    await core[Symbol.asyncDispose]()
    return readFileSync(dataFile).includes(text)
  }
  {
    await using core = await open()
    await addVisits(core.context, id, (at) => `龘靐齉爩${at}`)
    await catchUp(core.context.db)
  }
  expect(await inFile('靐齉')).toBe(true)
  {
    await using core = await open()
    await core.context.db.transaction().execute(async () => {
      // Without history, as a purge does it.
      core.context.database.sqlite.exec('DROP TRIGGER temp.visits_record_delete; DELETE FROM visits')
    })
    await catchUp(core.context.db)
  }
  expect(await inFile('靐')).toBe(false)
}, 40_000)
