import { sql } from 'kysely'
import type { Field } from '#contract/fields.ts'
import { eachWord } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import { fieldById } from './change-field.ts'
import { homeOf } from './field-home.ts'
import { countViewsWith } from './saved-views.ts'

/** How much hangs on a field. */
export interface FieldUsage {
  readonly values: number
  readonly choices: Record<string, number>
  readonly views: number
}

export async function fieldUsage(db: Db, id: number): Promise<FieldUsage> {
  const field = await fieldById(db, id)
  return {
    values: await countValues(db, field),
    choices: await countByChoice(db, field),
    views: field.owner === 'customer' ? await countViewsWith(db, field.key) : 0,
  }
}

/** How many rows hold a value. */
export async function countValues(db: Db, field: Field): Promise<number> {
  const { table, value, where = sql`true` } = homeOf(field)
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${sql.table(table)} WHERE ${value} IS NOT NULL AND ${where}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Whether any row holds a value: known at the first one. */
export async function isHeld(db: Db, field: Field): Promise<boolean> {
  const { table, value, where = sql`true` } = homeOf(field)
  const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE ${value} IS NOT NULL AND ${where} LIMIT 1`.execute(
    db,
  )
  return rows.length > 0
}

/** How many rows hold each choice; one that nothing holds is not named. */
export async function countByChoice(db: Db, field: Field): Promise<Record<string, number>> {
  if (field.type !== 'choice' && field.type !== 'choices') return {}
  const { table, value } = homeOf(field)
  const from = sql.table(table)
  const counts =
    field.type === 'choice'
      ? sql<{ key: string; count: number }>`
        SELECT ${value} AS key, count(*) AS count FROM ${from} WHERE ${value} IS NOT NULL GROUP BY 1`
      : sql<{ key: string; count: number }>`
        SELECT word.value AS key, count(*) AS count FROM ${from}, ${eachWord(value)} AS word GROUP BY 1`
  const { rows } = await counts.execute(db)
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}
