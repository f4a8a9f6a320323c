import { sql } from 'kysely'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { entryTexts } from './entry-texts.ts'
import { textTerms } from './text-terms.ts'

interface DirtyEntry {
  readonly id: number
  readonly entry: number
  readonly known: string
}

/**
 * Brings the index of visits and follow-ups up to date with the latest changes, at most so many. Answers how many it
 * took.
 */
export async function refreshEntries(db: Db, atMost: number): Promise<number> {
  const dirty: readonly DirtyEntry[] = await db
    .selectFrom('search_dirty_entries')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(atMost)
    .execute()
  if (dirty.length === 0) return 0
  const texts = await entryTexts(
    db,
    dirty.map(({ entry }) => entry),
  )
  const now = new Map(texts.map(({ entry, text }) => [entry, text]))
  const changed = dirty.filter(({ entry, known }) => known !== (now.get(entry) ?? ''))
  await forget(
    db,
    changed.map(({ entry, known }) => [entry, known]),
  )
  await learn(
    db,
    changed.map(({ entry }) => [entry, now.get(entry) ?? '']),
  )
  await db
    .deleteFrom('search_dirty_entries')
    .where('id', 'in', among(dirty.map(({ id }) => id)))
    .execute()
  return dirty.length
}

type Text = readonly [entry: number, text: string]

async function forget(db: Db, texts: readonly Text[]): Promise<void> {
  const rows = termRows(texts)
  if (rows.length === 0) return
  await sql`
    insert into search_entries (search_entries, rowid, terms)
    select 'delete', value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`.execute(db)
}

async function learn(db: Db, texts: readonly Text[]): Promise<void> {
  const rows = termRows(texts)
  if (rows.length === 0) return
  await sql`
    insert into search_entries (rowid, terms)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`.execute(db)
}

function termRows(texts: readonly Text[]): Text[] {
  return texts.flatMap(([entry, text]) => {
    const terms = textTerms('', text).join(' ')
    return terms === '' ? [] : [[entry, terms]]
  })
}
