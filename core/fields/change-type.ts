import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { Choice, Field, FieldType, FieldValue, OwnFieldType } from '#contract/fields.ts'
import { fieldJson, withFieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import { fail } from '../lib/fail.ts'
import { labelIn } from '../lib/label.ts'
import { currentSettings } from '../lib/preferences.ts'
import { inPages } from '../lib/slices.ts'
import type { Writing } from '../operations/write.ts'
import { fieldById } from './change-field.ts'
import { insertChoice } from './choice-service.ts'
import { type ChoiceWords, convertValue, wordOf } from './convert-value.ts'
import { refuseNeeded } from './field-rules.ts'
import { checkValue } from './field-value.ts'
import { changeViews, withoutFilters } from './saved-views.ts'

/** More different words than these are no list to choose from. */
const mostChoices = 100
const longestLabel = 60
const changedAtOnce = 500

/** Types whose values compare alike, so that the conditions of saved views still mean the same. */
const alike: readonly (readonly FieldType[])[] = [
  ['text', 'longText', 'phone', 'email', 'link'],
  ['date', 'partialDate'],
  ['choice', 'choices'],
]

/** Makes the field one of another type and its values with it, all of them or none. */
export async function changeType(writing: Writing, field: Field, type: OwnFieldType): Promise<void> {
  refuseNeeded(field)
  const { db } = writing
  const values = await valuesOf(db, field)
  const becomesList = isList(type) && !isList(field.type)
  if (becomesList) await insertWords(writing, field, values)
  await db.updateTable('fields').set({ type }).where('id', '=', field.id).execute()

  const changed = await fieldById(db, field.id)
  const words = choiceWords(changed.choices, (await currentSettings(db)).language)
  const converted = new Map<string, FieldValue>()
  for (const json of values) {
    const value = convertValue(JSON.parse(json) as FieldValue, field.type, type, words)
    // Taken over whole or not at all: a value that would lose a line or a space does not fit.
    const checked = value === undefined ? undefined : checkValue({ ...changed, required: false }, value)
    const kept = checked && 'value' in checked ? JSON.stringify(checked.value) : undefined
    if (value === undefined || kept !== JSON.stringify(value)) fail('RULE_BROKEN', { rule: 'valuesDoNotFit' })
    if (kept !== json) converted.set(json, value)
  }
  if (converted.size > 0) await putValues(db, field.key, converted)
  if (isList(field.type) && !isList(type)) await db.deleteFrom('choices').where('field_id', '=', field.id).execute()
  if (!alike.some((group) => group.includes(field.type) && group.includes(type))) {
    await changeViews(db, (view) => withoutFilters(view, field.key))
  }
}

async function insertWords(writing: Writing, field: Field, values: readonly string[]): Promise<void> {
  const words = values.map((json) => wordOf(JSON.parse(json) as FieldValue, field))
  const fit = words.filter((word) => word !== undefined && word.trim() === word && word.length <= longestLabel)
  if (fit.length < words.length || fit.length > mostChoices) fail('RULE_BROKEN', { rule: 'valuesDoNotFit' })
  for (const word of fit) {
    if (word !== undefined) await insertChoice(writing, field, { labelZh: word, labelEn: word })
  }
}

/** Every different value, as JSON. */
async function valuesOf(db: Db, { key }: Field): Promise<string[]> {
  const json = fieldJson(key)
  const { rows } = await sql<{ json: string }>`
    SELECT DISTINCT ${json} AS json FROM customers WHERE ${json} IS NOT NULL ORDER BY 1`.execute(db)
  return rows.map((row) => row.json)
}

async function putValues(db: Db, key: string, converted: ReadonlyMap<string, FieldValue>): Promise<void> {
  const json = fieldJson(key)
  const { rows } = await sql<{ id: CustomerId; json: string }>`
    SELECT id, ${json} AS json FROM customers WHERE ${json} IS NOT NULL`.execute(db)
  await inPages(rows, changedAtOnce, async (page) => {
    for (const { id, json: before } of page) {
      const value = converted.get(before)
      if (value === undefined) continue
      await db
        .updateTable('customers')
        .set({ field_values: withFieldValue(key, value) })
        .where('id', '=', id)
        .execute()
    }
  })
}

function choiceWords(choices: readonly Choice[], language: 'zh-CN' | 'en'): ChoiceWords {
  const labels = new Map(choices.map((choice) => [choice.key, labelIn(language, choice)]))
  const keys = new Map(
    choices.flatMap(({ key, labelZh, labelEn }) => [[labelEn, key] as const, [labelZh, key] as const]),
  )
  return { labelOf: (key) => labels.get(key) ?? key, keyOf: (label) => keys.get(label) }
}

function isList(type: FieldType): boolean {
  return type === 'choice' || type === 'choices'
}
