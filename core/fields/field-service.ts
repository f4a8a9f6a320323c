import { v7 as uuid } from 'uuid'
import type { Written } from '#contract/common.ts'
import type { Field, FieldDraft } from '#contract/fields.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { write, type Writing } from '../operations/write.ts'
import { fieldsByKey } from './field-queries.ts'

export async function addField(context: Context, draft: FieldDraft): Promise<Written & { field: Field }> {
  return write(context, { kind: 'addField', subject: { name: draft.labelZh } }, async (writing) => ({
    field: await insertField(writing, draft),
  }))
}

/** A new custom field at the end of its section. Its key is made here and never changes, whatever it is renamed to. */
export async function insertField({ db, operationId }: Writing, draft: FieldDraft): Promise<Field> {
  const known = await fieldsByKey(db, draft.owner)
  const namesake = [...known.values()].find(
    ({ labelZh, labelEn }) => labelZh === draft.labelZh || labelEn === draft.labelEn,
  )
  if (namesake) fail('RULE_BROKEN', { rule: 'fieldExists' })

  const { last } = await db
    .selectFrom('fields')
    .select((query) => query.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('fields')
    .values({
      operation_id: operationId,
      owner: draft.owner,
      key: newKey(),
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
  const added = [...(await fieldsByKey(db, draft.owner)).values()].find((field) => field.id === id)
  return added ?? fail('NOT_FOUND', { entity: 'field', id })
}

/** Never given again, so that values left behind by a field that is gone cannot turn up in another. */
function newKey(): string {
  return `f${uuid().replaceAll('-', '').slice(-12)}`
}
