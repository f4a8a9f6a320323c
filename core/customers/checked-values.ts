import type { CustomerId } from '#contract/common.ts'
import type { Field, FieldValue, FieldValues } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import { checkValue } from '../fields/field-value.ts'
import { fail } from '../lib/fail.ts'

/** The value as it is to be stored in the field, or the refusal that names the field and the reason. */
export async function checkedValue(
  db: Db,
  field: Field | undefined,
  value: FieldValue,
  key: string,
): Promise<FieldValue> {
  if (!field) fail('BAD_VALUE', { field: key, problem: 'readOnly' })
  if (field.readOnly || field.storage === 'part') fail('BAD_VALUE', { field: key, problem: 'readOnly' })
  const checked = checkValue(field, value)
  if ('problem' in checked) fail('BAD_VALUE', { field: key, problem: checked.problem })
  if (field.type === 'customer' && checked.value !== null && !(await customerExists(db, checked.value))) {
    fail('BAD_VALUE', { field: key, problem: 'unknownCustomer' })
  }
  return checked.value
}

export async function checkedValues(
  db: Db,
  fields: ReadonlyMap<string, Field>,
  values: FieldValues,
): Promise<FieldValues> {
  const checked: FieldValues = {}
  for (const [key, value] of Object.entries(values)) checked[key] = await checkedValue(db, fields.get(key), value, key)
  return checked
}

async function customerExists(db: Db, id: FieldValue): Promise<boolean> {
  const row = await db
    .selectFrom('customers')
    .select('id')
    .where('id', '=', id as CustomerId)
    .executeTakeFirst()
  return row !== undefined
}
