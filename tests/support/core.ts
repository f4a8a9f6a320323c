import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { type CustomerId, Day, type Instant, type LocalMinute } from '#contract/common.ts'
import type { CustomerDraft } from '#contract/customers.ts'
import { createCustomer } from '#core/customers/customer-service.ts'
import { openDatabase } from '#core/db/open.ts'
import { changeFeed } from '#core/lib/change-feed.ts'
import type { Context } from '#core/lib/context.ts'
import { fileRegistry } from '#core/lib/file-registry.ts'
import { setUp } from '#core/settings/settings-service.ts'

export const day = (text: string) => Day.parse(text)

export interface TestCore extends AsyncDisposable {
  readonly context: Context
  /** Moves the clock: to the morning of another day. */
  setToday(today: string): void
  addCustomer(draft?: Partial<CustomerDraft>): Promise<CustomerId>
}

/** A core on a database of its own in memory, set up as after the first run, with a clock that stands still. */
export async function openTestCore({ today = '2026-03-02' } = {}): Promise<TestCore> {
  const database = openDatabase(':memory:')
  const folder = mkdtempSync(join(tmpdir(), 'shuke-test-'))
  let now = Date.parse(`${today}T09:00`)
  const minute = () => localText(now) as LocalMinute
  const context: Context = {
    db: database.db,
    database,
    clock: { now: () => now as Instant, minute, today: () => minute().slice(0, 10) as Day },
    files: fileRegistry(join(folder, 'files')),
    changes: changeFeed(),
    dataFile: join(folder, 'shuke.sqlite'),
    version: 'test',
  }
  await database.db
    .insertInto('meta')
    .values({ id: 1, uid: uuid(), commit_seq: 0, created_at: context.clock.now() })
    .execute()
  await setUp(context, {
    language: 'zh-CN',
    businessName: '和顺厨房设备行',
    staffName: '林晓雨',
    trade: 'general',
    withSampleData: false,
  })
  return {
    context,
    setToday: (other) => {
      now = Date.parse(`${other}T09:00`)
    },
    addCustomer: async (draft) => (await createCustomer(context, { ...person, ...draft })).id,
    async [Symbol.asyncDispose]() {
      await database.db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const person: CustomerDraft = { kind: 'person', name: '王芳', phones: [], values: {}, contact: null }

function localText(instant: number): string {
  const date = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  const days = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${days}T${two(date.getHours())}:${two(date.getMinutes())}`
}
