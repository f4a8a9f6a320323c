import { v7 as uuid } from 'uuid'
import type { Written } from '#contract/common.ts'
import type { Field } from '#contract/fields.ts'
import type { OperationKind } from '#contract/operations.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { labelIn } from '../lib/label.ts'
import { currentSettings } from '../lib/preferences.ts'
import { write, type Writing } from '../operations/write.ts'
import { currentLayout } from './field-queries.ts'

/** An operation on one field, told under the name it had. */
export async function changeField<T extends object>(
  context: Context,
  kind: OperationKind,
  id: number,
  work: (writing: Writing, field: Field) => Promise<T>,
): Promise<T & Written> {
  const { language } = await currentSettings(context.db)
  const { key, ...labels } = await fieldById(context.db, id)
  const subject = { name: labelIn(language, labels), field: key }
  return write(context, { kind, subject }, async (writing) => work(writing, await fieldById(writing.db, id)))
}

export async function fieldById(db: Db, id: number): Promise<Field> {
  const { fields } = await currentLayout(db)
  return fields.find((field) => field.id === id) ?? fail('NOT_FOUND', { entity: 'field', id })
}

/** Never given again, so that values left behind by what is gone cannot turn up in something else. */
export function newKey(letter: 'f' | 's' | 'c'): string {
  return `${letter}${uuid().replaceAll('-', '').slice(-12)}`
}
