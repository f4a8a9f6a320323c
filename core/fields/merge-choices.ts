import { sql } from 'kysely'
import type { Written } from '#contract/common.ts'
import type { Field } from '#contract/fields.ts'
import { idList } from '../db/among.ts'
import { holdsAny, withFieldValue, withWordReplaced } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { inPages } from '../lib/slices.ts'
import { changeField } from './change-field.ts'
import { choiceOf, deleteChoice } from './choice-service.ts'
import { homeOf } from './field-home.ts'
import { refuseFixedChoices, refuseWrittenChoice } from './field-rules.ts'
import { changeViews, withChoice } from './saved-views.ts'

/** So many records are changed before the next key is answered. */
const changedAtOnce = 500

/** Whatever holds the one choice holds the other afterwards, saved views included; the one is gone. */
export async function mergeChoices(
  context: Context,
  id: number,
  from: string,
  into: string,
): Promise<Written & { values: number }> {
  return changeField(context, 'mergeChoices', id, async ({ db }, field) => {
    choiceOf(field, from)
    choiceOf(field, into)
    refuseFixedChoices(field)
    refuseWrittenChoice(field, from)
    if (from === into) fail('RULE_BROKEN', { rule: 'choiceExists' })

    const values = await replaceChoice(db, field, from, into)
    if (field.owner === 'customer') await changeViews(db, (view) => withChoice(view, field.key, from, into))
    await deleteChoice(db, id, from)
    return { values }
  })
}

async function replaceChoice(db: Db, field: Field, from: string, into: string): Promise<number> {
  const { table, column, value } = homeOf(field)
  const isList = field.type === 'choices'
  const holds = isList ? sql`${value} IS NOT NULL AND ${holdsAny(value, [from])}` : sql`${value} = ${from}`
  const { rows } = await sql<{ id: number }>`SELECT id FROM ${sql.table(table)} WHERE ${holds}`.execute(db)
  const json = isList ? withWordReplaced(field.key, from, into) : withFieldValue(field.key, into)
  const change = column === null ? sql`field_values = ${json}` : sql`${sql.ref(column)} = ${into}`
  await inPages(rows, changedAtOnce, async (page) => {
    const ids = idList(page.map(({ id }) => id))
    await sql`UPDATE ${sql.table(table)} SET ${change} WHERE id IN (${ids})`.execute(db)
  })
  return rows.length
}
