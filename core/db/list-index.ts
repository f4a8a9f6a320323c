import { sql } from 'kysely'
import type { Db } from './open.ts'

// Below this a list is sorted faster than anybody notices, and an index would only slow down saving.
const smallList = 5_000
const mostIndexes = 16

/**
 * Sees to it that a long list can be sorted and filtered by an expression over `customers` without reading all of it.
 *
 * Fields are data, so nobody knows beforehand which are sorted by. The index is made when one first is (a fifth of a
 * second for 100,000 customers); of too many, the one made longest ago goes.
 */
export async function ensureListIndex(db: Db, field: string, expression: string): Promise<void> {
  const name = `list_by_${field}_${checksum(expression)}`
  const { rows: known } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'index' and name glob 'list_by_*' order by rowid`.execute(db)
  if (known.some((index) => index.name === name) || !(await isLong(db))) return
  // The choices of a field were changed, or there are too many.
  const outdated = known.filter((index) => index.name.startsWith(`list_by_${field}_`))
  const surplus = known.slice(0, Math.max(0, known.length - mostIndexes + 1))
  for (const index of new Set([...outdated, ...surplus]))
    await sql`drop index if exists ${sql.ref(index.name)}`.execute(db)
  await sql`create index ${sql.ref(name)} on customers (${sql.raw(expression.replaceAll('customers.', ''))}, id)`.execute(
    db,
  )
}

async function isLong(db: Db): Promise<boolean> {
  const row = await db.selectFrom('customers').select('id').orderBy('id').offset(smallList).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Short and good enough to tell two expressions of one field apart (FNV-1a). */
function checksum(text: string): string {
  let sum = 0x811c9dc5
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return sum.toString(36)
}
