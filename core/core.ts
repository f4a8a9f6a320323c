import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { refreshCompleteness } from './completeness/refresh-completeness.ts'
import { checkpoint } from './db/checkpoint.ts'
import { openDatabase, type OpenedDatabase } from './db/open.ts'
import { writeRunState } from './db/run-state.ts'
import { changeFeed } from './lib/change-feed.ts'
import { systemClock } from './lib/clock.ts'
import type { Clock, Context } from './lib/context.ts'
import { everyDay } from './lib/every-day.ts'
import { fileRegistry } from './lib/file-registry.ts'
import { keepUp } from './search/keep-up.ts'
import { refreshSearchIndex } from './search/search-index.ts'
import { purgeOldTrash } from './trash/purge.ts'
import { addMissingViews } from './views/shipped-views.ts'

export interface CoreOptions {
  /** Where the data file and everything beside it lie; made if it is not there. */
  readonly dataFolder: string
  readonly version: string
  /** Moves the clock by so many milliseconds: for trying out another day. */
  readonly clockOffset?: number
}

export interface Core extends AsyncDisposable {
  readonly context: Context
}

export const dataFileName = 'shuke.sqlite'

/** Opens the data and everything the services need. Throws `OpenError` when the file cannot be opened. */
export async function openCore({ dataFolder, version, clockOffset = 0 }: CoreOptions): Promise<Core> {
  const dataFile = join(dataFolder, dataFileName)
  const clock = systemClock(clockOffset)
  const database = openDatabase(dataFile)
  await ensureMeta(database, clock)
  // What a migration has changed.
  await database.db.transaction().execute(async (db) => {
    await refreshCompleteness(db, database.tracking)
    await refreshSearchIndex(db)
  })
  await addMissingViews(database.db)
  const noteState = async (clean: boolean) =>
    writeRunState(dataFile, { commitSeq: await commitSeq(database), at: clock.now(), clean })
  await noteState(false)

  const context: Context = {
    db: database.db,
    database,
    clock,
    files: fileRegistry(join(dataFolder, 'files-in-transit')),
    changes: changeFeed(),
    dataFile,
    version,
  }
  const searchIndex = keepUp(context.db, context.changes)
  const oldTrash = everyDay(clock, (signal) => purgeOldTrash(context, signal))
  return {
    context,
    async [Symbol.asyncDispose]() {
      await oldTrash[Symbol.asyncDispose]()
      await searchIndex[Symbol.asyncDispose]()
      checkpoint(database)
      await noteState(true)
      await database.db.destroy()
    },
  }
}

async function ensureMeta({ db }: OpenedDatabase, clock: Clock): Promise<void> {
  await db
    .insertInto('meta')
    .values({ id: 1, uid: uuid(), commit_seq: 0, created_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function commitSeq({ db }: OpenedDatabase): Promise<number> {
  const { commit_seq } = await db.selectFrom('meta').select('commit_seq').executeTakeFirstOrThrow()
  return commit_seq
}
