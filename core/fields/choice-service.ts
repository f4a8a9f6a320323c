import type { Written } from '#contract/common.ts'
import type { Choice, ChoiceEdit, Field } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import type { Flag } from '../db/column-types.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { type Labels, sameLabels } from '../lib/label.ts'
import { movedPositions } from '../lib/positions.ts'
import type { Writing } from '../operations/write.ts'
import { changeField, newKey } from './change-field.ts'
import { ownerField } from './field-queries.ts'
import { refuseFixedChoices, refuseWrittenChoice } from './field-rules.ts'
import { countByChoice } from './field-usage.ts'
import { changeViews, withChoice } from './saved-views.ts'

export async function addChoice(context: Context, id: number, labels: Labels): Promise<Written & { key: string }> {
  return changeField(context, 'editChoices', id, async (writing, field) => {
    refuseFixedChoices(field)
    refuseWithoutChoices(field)
    refuseNamesake(field, labels, null)
    return { key: await insertChoice(writing, field, labels) }
  })
}

/** A new choice at the end of the list. */
export async function insertChoice(
  { db, operationId }: Writing,
  { id, key: field }: Field,
  { labelZh, labelEn }: Labels,
): Promise<string> {
  if (field === ownerField) throw new Error('The choices of the owner are the staff.')
  const { last } = await db
    .selectFrom('choices')
    .select((query) => query.fn.max('position').as('last'))
    .where('field_id', '=', id)
    .executeTakeFirstOrThrow()
  const key = newKey('c')
  await db
    .insertInto('choices')
    .values({
      operation_id: operationId,
      field_id: id,
      key,
      label_zh: labelZh,
      label_en: labelEn,
      position: Number(last ?? -1) + 1,
      hidden: 0,
    })
    .execute()
  return key
}

export async function editChoice(context: Context, id: number, key: string, change: ChoiceEdit): Promise<Written> {
  return changeField(context, 'editChoices', id, async ({ db }, field) => {
    const choice = choiceOf(field, key)
    if (change.hidden === true) refuseFixedChoices(field)
    const labels = { labelZh: change.labelZh ?? choice.labelZh, labelEn: change.labelEn ?? choice.labelEn }
    refuseNamesake(field, labels, key)
    const hidden: Flag = (change.hidden ?? choice.hidden) ? 1 : 0
    await db
      .updateTable('choices')
      .set({ label_zh: labels.labelZh, label_en: labels.labelEn, hidden })
      .where('field_id', '=', id)
      .where('key', '=', key)
      .execute()
    return {}
  })
}

/** Puts a choice before another; null: at the end. */
export async function moveChoice(context: Context, id: number, key: string, before: string | null): Promise<Written> {
  return changeField(context, 'editChoices', id, async ({ db }, field) => {
    choiceOf(field, key)
    if (before !== null) choiceOf(field, before)
    for (const { id: moved, position } of movedPositions(await placesOf(db, id), key, before)) {
      await db.updateTable('choices').set({ position }).where('field_id', '=', id).where('key', '=', moved).execute()
    }
    return {}
  })
}

/** Only a choice that nothing holds; saved views no longer ask for it. */
export async function removeChoice(context: Context, id: number, key: string): Promise<Written> {
  return changeField(context, 'editChoices', id, async ({ db }, field) => {
    choiceOf(field, key)
    refuseFixedChoices(field)
    refuseWrittenChoice(field, key)
    if ((await countByChoice(db, field))[key]) fail('RULE_BROKEN', { rule: 'choiceInUse' })
    if (field.owner === 'customer') await changeViews(db, (view) => withChoice(view, field.key, key, null))
    await deleteChoice(db, id, key)
    return {}
  })
}

export async function deleteChoice(db: Db, field: number, key: string): Promise<void> {
  await db.deleteFrom('choices').where('field_id', '=', field).where('key', '=', key).execute()
}

/** The staff are not found here: they are edited as staff. */
export function choiceOf(field: Field, key: string): Choice {
  if (field.key === ownerField) fail('RULE_BROKEN', { rule: 'neededByProgram' })
  return field.choices.find((choice) => choice.key === key) ?? fail('NOT_FOUND', { entity: 'choice', id: field.id })
}

async function placesOf(db: Db, field: number): Promise<{ id: string; position: number }[]> {
  return db
    .selectFrom('choices')
    .select(['key as id', 'position'])
    .where('field_id', '=', field)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function refuseWithoutChoices({ id, type }: Field): void {
  if (type !== 'choice' && type !== 'choices') fail('NOT_FOUND', { entity: 'choice', id })
}

function refuseNamesake({ choices }: Field, labels: Labels, except: string | null): void {
  if (choices.some((choice) => choice.key !== except && sameLabels(choice, labels))) {
    fail('RULE_BROKEN', { rule: 'choiceExists' })
  }
}
