import type { CustomerId, Written } from '#contract/common.ts'
import { CustomerKind, type CustomerSelection } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { withFieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { inSlices } from '../lib/slices.ts'
import { write } from '../operations/write.ts'
import { checkedValue } from './checked-values.ts'
import { selectedCustomers } from './customer-selection.ts'
import type { CustomerTableRow } from './customer-row.ts'
import { refuseTakenNumber } from './customer-service.ts'
import { isEditableColumn, isEmpty, valuesOfCustomer } from './field-values.ts'
import { readingOf } from '../search/reading.ts'

export interface ValueEdit {
  readonly id: CustomerId
  readonly field: string
  readonly value: FieldValue
  /** What the page showed when the user began to type. */
  readonly was: FieldValue
}

export async function saveValue(context: Context, edit: ValueEdit): Promise<Written & { value: FieldValue }> {
  const row = await customerRow(context.db, edit.id)
  const subject = { name: row.name, field: edit.field, customerId: edit.id }
  return write(context, { kind: 'editCustomer', subject }, async ({ db }) => {
    const now = await customerRow(db, edit.id)
    const current = valuesOfCustomer(now)[edit.field] ?? null
    if (!isSame(current, edit.was)) fail('CHANGED_MEANWHILE', { field: edit.field, now: current })

    const field = (await fieldsByKey(db, 'customer')).get(edit.field)
    const value = await checkedValue(db, field, edit.value, edit.field)
    if (field) await putValue(db, now, field, value)
    return { value: valuesOfCustomer(await customerRow(db, edit.id))[edit.field] ?? null }
  })
}

/** Sets one field of many customers as one operation. Tags are added to those a customer has. */
export async function saveValueOfMany(
  context: Context,
  selection: CustomerSelection,
  key: string,
  value: FieldValue,
): Promise<Written & { count: number }> {
  return write(context, { kind: 'editCustomers' }, async ({ db, describe }) => {
    const field = (await fieldsByKey(db, 'customer')).get(key)
    const checked = await checkedValue(db, field, value, key)
    const ids = await selectedCustomers(context, db, selection)
    await describe({ field: key, count: ids.length })
    if (key === 'number' && ids.length > 1) fail('BAD_VALUE', { field: key, problem: 'readOnly' })
    await inSlices(ids, 500, async (id) => {
      const row = await customerRow(db, id)
      if (field) await putValue(db, row, field, field.type === 'tags' ? withTags(row, key, checked) : checked)
    })
    return { count: ids.length }
  })
}

async function putValue(db: Db, row: CustomerTableRow, field: Field, value: FieldValue): Promise<void> {
  if (isEditableColumn(field.key)) return putColumn(db, row, field.key, value)
  await db
    .updateTable('customers')
    .set({ field_values: withFieldValue(field.key, isEmpty(value) ? null : value) })
    .where('id', '=', row.id)
    .execute()
}

async function putColumn(
  db: Db,
  row: CustomerTableRow,
  key: 'name' | 'shortName' | 'reading' | 'kind' | 'number',
  value: FieldValue,
): Promise<void> {
  const text = String(value ?? '')
  const update = db.updateTable('customers').where('id', '=', row.id)
  switch (key) {
    case 'name':
      // A reading corrected by hand stays; one made from the old name is made anew.
      await update
        .set({
          name: text,
          reading: row.reading === readingOf(row.name, row.kind) ? readingOf(text, row.kind) : row.reading,
        })
        .execute()
      return
    case 'shortName':
      await update.set({ short_name: text }).execute()
      return
    case 'reading':
      await update.set({ reading: text || readingOf(row.name, row.kind) }).execute()
      return
    case 'kind': {
      const kind = CustomerKind.parse(text)
      await update
        .set({ kind, reading: row.reading === readingOf(row.name, row.kind) ? readingOf(row.name, kind) : row.reading })
        .execute()
      return
    }
    case 'number':
      await refuseTakenNumber(db, text, row.id)
      await update.set({ number: text }).execute()
  }
}

function withTags(row: CustomerTableRow, key: string, added: FieldValue): FieldValue {
  const own = valuesOfCustomer(row)[key]
  const words = [own, added].flatMap((value) => (Array.isArray(value) ? value : []))
  return [...new Set(words)]
}

async function customerRow(db: Db, id: CustomerId): Promise<CustomerTableRow> {
  const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? fail('NOT_FOUND', { entity: 'customer', id })
}

function isSame(one: FieldValue, other: FieldValue): boolean {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other)
}
