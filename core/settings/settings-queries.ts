import type { Staff } from '#contract/settings.ts'
import type { Db } from '../db/open.ts'

export async function isSetUp(db: Db): Promise<boolean> {
  return (await db.selectFrom('sections').select('id').limit(1).executeTakeFirst()) !== undefined
}

export function staffMembers(db: Db): Promise<Staff[]> {
  return db.selectFrom('staff').select(['id', 'name']).orderBy('id').execute()
}
