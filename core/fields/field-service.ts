import type { Written } from '#contract/common.ts'
import type { Field, FieldDraft } from '#contract/fields.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { labelIn } from '../lib/label.ts'
import { movedPositions } from '../lib/positions.ts'
import { currentSettings } from '../lib/preferences.ts'
import { write, type Writing } from '../operations/write.ts'
import { changeField, fieldById, newKey } from './change-field.ts'
import { currentLayout, fieldsByKey } from './field-queries.ts'
import { isNeeded, refuseNamesake, refuseSixthRequired } from './field-rules.ts'
import { countValues } from './field-usage.ts'
import { changeViews, withoutField } from './saved-views.ts'
import { refuseUnknownSection } from './section-service.ts'

export async function addField(context: Context, draft: FieldDraft): Promise<Written & { field: Field }> {
  const { language } = await currentSettings(context.db)
  return write(context, { kind: 'addField', subject: { name: labelIn(language, draft) } }, async (writing) => ({
    field: await insertField(writing, draft),
  }))
}

/** A new custom field at the end of its section. Its key never changes, whatever it is renamed to. */
export async function insertField(writing: Writing, draft: FieldDraft, key = newKey('f')): Promise<Field> {
  const { db, operationId } = writing
  const known = await fieldsByKey(db, draft.owner)
  refuseNamesake(known.values(), draft, null)
  if (draft.required === true) refuseSixthRequired(known.values(), null)
  if (draft.section !== null) await refuseUnknownSection(db, draft.section)

  const { last } = await db
    .selectFrom('fields')
    .select((query) => query.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('fields')
    .values({
      operation_id: operationId,
      owner: draft.owner,
      key,
      label_zh: draft.labelZh,
      label_en: draft.labelEn,
      type: draft.type,
      storage: 'value',
      section_key: draft.section,
      position: Number(last ?? 0) + 1,
      required: draft.required === true ? 1 : 0,
      sensitive: draft.sensitive === true ? 1 : 0,
      printed: draft.printed === false ? 0 : 1,
      listed: draft.listed === false ? 0 : 1,
      hidden: 0,
      read_only: 0,
      shipped: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

  if (draft.choices.length > 0) {
    await db
      .insertInto('choices')
      .values(
        draft.choices.map(({ labelZh, labelEn }, position) => ({
          operation_id: operationId,
          field_id: id,
          key: `c${position + 1}`,
          label_zh: labelZh,
          label_en: labelEn,
          position,
          hidden: 0 as const,
        })),
      )
      .execute()
  }
  return fieldById(db, id)
}

/** Puts a field before another of the section; null: at its end. */
export async function moveField(
  context: Context,
  id: number,
  section: string,
  before: number | null,
): Promise<Written> {
  return changeField(context, 'moveField', id, async ({ db }, field) => {
    const isOfCard = field.owner === 'customer' && (field.section !== null || field.storage === 'value')
    if (!isOfCard) fail('RULE_BROKEN', { rule: 'neededByProgram' })
    await refuseUnknownSection(db, section)
    const { fields } = await currentLayout(db)
    const row = fields.filter((one) => one.owner === 'customer' && one.section === section)
    if (before !== null && row.every((one) => one.id !== before)) fail('NOT_FOUND', { entity: 'field', id: before })

    if (field.section !== section) {
      await db.updateTable('fields').set({ section_key: section }).where('id', '=', id).execute()
    }
    for (const { id: moved, position } of movedPositions(row, id, before)) {
      await db.updateTable('fields').set({ position }).where('id', '=', moved).execute()
    }
    return {}
  })
}

/**
 * The field goes, and what saved views ask of it. The values stay with the customers, out of sight: bringing the field
 * back brings them back.
 */
export async function removeField(context: Context, id: number): Promise<Written & { values: number }> {
  return changeField(context, 'removeField', id, async ({ db }, field) => {
    if (isNeeded(field)) fail('RULE_BROKEN', { rule: 'shippedField' })
    const values = await countValues(db, field)
    await changeViews(db, (view) => withoutField(view, field.key))
    await db.deleteFrom('fields').where('id', '=', id).execute()
    return { values }
  })
}
