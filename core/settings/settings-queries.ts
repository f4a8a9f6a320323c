import type { Staff } from '#contract/staff.ts'
import type { Db } from '../db/open.ts'

export async function isSetUp(db: Db): Promise<boolean> {
  return (await db.selectFrom('sections').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function staffMembers(db: Db): Promise<Staff[]> {
  const rows = await db.selectFrom('staff').select(['id', 'name', 'pin', 'retired']).orderBy('id').execute()
  return rows.map(({ id, name, pin, retired }) => ({ id, name, hasPin: pin !== null, retired: retired === 1 }))
}
