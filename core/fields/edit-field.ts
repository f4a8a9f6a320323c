import type { Written } from '#contract/common.ts'
import type { Field, FieldEdit } from '#contract/fields.ts'
import type { Flag } from '../db/column-types.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { changeField, fieldById } from './change-field.ts'
import { changeType } from './change-type.ts'
import { fieldsByKey } from './field-queries.ts'
import { refuseEssential, refuseNamesake, refuseSixthRequired } from './field-rules.ts'

export async function editField(context: Context, id: number, change: FieldEdit): Promise<Written & { field: Field }> {
  return changeField(context, 'editField', id, async (writing, field) => {
    const { db } = writing
    const isUnused = change.hidden === true || change.retired === true
    // Nobody is asked for what nobody sees.
    const required = isUnused ? false : change.required
    if (required === false || isUnused) refuseEssential(field)
    if (field.readOnly && (required === true || change.retired === true)) {
      fail('RULE_BROKEN', { rule: 'neededByProgram' })
    }
    const known = await fieldsByKey(db, field.owner)
    if (required === true && !field.required) refuseSixthRequired(known.values(), id)
    const labels = { labelZh: change.labelZh ?? field.labelZh, labelEn: change.labelEn ?? field.labelEn }
    refuseNamesake(known.values(), labels, id)

    if (change.type !== undefined && change.type !== field.type) await changeType(writing, field, change.type)
    await db
      .updateTable('fields')
      .set({
        label_zh: labels.labelZh,
        label_en: labels.labelEn,
        required: flag(required, field.required),
        sensitive: flag(change.sensitive, field.sensitive),
        printed: flag(change.printed, field.printed),
        listed: flag(change.listed, field.listed),
        hidden: flag(change.hidden, field.hidden),
        retired: flag(change.retired, field.retired),
      })
      .where('id', '=', id)
      .execute()
    return { field: await fieldById(db, id) }
  })
}

function flag(changed: boolean | undefined, before: boolean): Flag {
  return (changed ?? before) ? 1 : 0
}
