import { v7 as uuid } from 'uuid'
import type { StaffId } from '#contract/common.ts'
import type { FieldValue, FieldValues } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import { ownerField } from '../fields/field-queries.ts'
import type { Writing } from '../operations/write.ts'

export async function staffNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}

/** A sheet knows the owner by name, the file by id: while rows are laid over customers it is the name. */
export function withOwnerByName(values: FieldValues, staff: ReadonlyMap<string, string>): FieldValues {
  const owner = values[ownerField]
  return owner === undefined ? values : { ...values, [ownerField]: staff.get(String(owner)) ?? owner }
}

export function withOwnerById(
  values: Readonly<FieldValues>,
  staff: ReadonlyMap<string, StaffId>,
): Readonly<FieldValues> {
  const owner = values[ownerField]
  if (owner === undefined || owner === null) return values
  const id: FieldValue = staff.get(String(owner)) ?? owner
  return { ...values, [ownerField]: String(id) }
}

/** The members of staff of these names; one who is not known yet is added. The one who came first has the name. */
export async function staffByName(
  { db, operationId }: Writing,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, StaffId>> {
  const known = await db.selectFrom('staff').select(['id', 'name']).orderBy('id', 'desc').execute()
  const ids = new Map(known.map(({ id, name }) => [name, id]))
  for (const name of new Set(names)) {
    if (name === '' || ids.has(name)) continue
    const { id } = await db
      .insertInto('staff')
      .values({ uid: uuid(), operation_id: operationId, name })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(name, id)
  }
  return ids
}
