import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { ChangeFeed } from '../lib/context.ts'
import { refreshEntries } from './entry-index.ts'

/** Small enough that whoever saves or types meanwhile does not notice. */
const slice = 100
const slicesOfTransaction = 10
/** Forgetting so many one by one takes longer than writing down that they are gone and tidying up afterwards. */
const manyForgotten = 500
/** Pages of the index. */
const tidiedAtOnce = 60

/**
 * Works off in the background what an operation left to the search index because it was too much: the texts of an
 * import, of its undo, of a file made by an earlier version. What is still to do lies in the file, so nothing is lost
 * when the program ends meanwhile.
 */
export function keepUp(db: Db, changes: ChangeFeed): AsyncDisposable {
  const stopped = new AbortController()
  const { signal } = stopped
  const working = (async () => {
    await tryToCatchUp(db, signal)
    for await (const _ of changes.watch(signal)) await tryToCatchUp(db, signal)
  })()
  return {
    async [Symbol.asyncDispose]() {
      stopped.abort()
      await working
    },
  }
}

/** What keeps it from being done, a full disk say, keeps people from saving too and is told there; the rest stays to do. */
async function tryToCatchUp(db: Db, signal: AbortSignal): Promise<void> {
  await catchUp(db, signal).catch(() => {})
}

/** Until the index knows everything, or somebody wants it to stop. */
export async function catchUp(db: Db, signal?: AbortSignal): Promise<void> {
  if (await hasManyToForget(db)) await forgetAtOnce(db, false)
  const isOpen = () => signal?.aborted !== true
  while (isOpen() && (await isBehind(db))) await db.transaction().execute(refreshSome)
  if (await isForgettingLater(db)) {
    while (isOpen() && (await tidySome(db))) await setImmediate()
    if (isOpen()) await forgetAtOnce(db, true)
  }
}

async function refreshSome(db: Db): Promise<void> {
  for (let done = 0; done < slicesOfTransaction; done++) {
    if ((await refreshEntries(db, slice)) < slice) return
    await setImmediate()
  }
}

async function isBehind(db: Db): Promise<boolean> {
  return (await sql`select 1 from search_dirty_entries limit 1`.execute(db)).rows.length > 0
}

async function hasManyToForget(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from search_dirty_entries where known <> '' limit ${manyForgotten}`.execute(db)
  return rows.length === manyForgotten
}

/** Whether forgotten terms leave the file at once; else when the pages they stand in are tidied up. */
async function forgetAtOnce(db: Db, atOnce: boolean): Promise<void> {
  // Written out: the driver binds every number as a float, which is not taken here.
  const value = sql.raw(atOnce ? '1' : '0')
  await sql`insert into search_entries (search_entries, rank) values ('secure-delete', ${value})`.execute(db)
}

async function isForgettingLater(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from search_entries_config where k = 'secure-delete' and v = 0`.execute(db)
  return rows.length > 0
}

/** Puts a few more pages of the index into one piece. False when it is in one piece. */
async function tidySome(db: Db): Promise<boolean> {
  const before = await changesSoFar(db)
  await sql`insert into search_entries (search_entries, rank) values ('merge', ${-tidiedAtOnce})`.execute(db)
  return (await changesSoFar(db)) - before > 1
}

async function changesSoFar(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select total_changes() as count`.execute(db)
  return rows[0]?.count ?? 0
}
