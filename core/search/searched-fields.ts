import type { Db } from '../db/open.ts'
import { remember } from '../db/remember.ts'
import type { IsSearched } from './judge.ts'

/** The fields whose texts are found by: those one sees, but for what is not for everybody's eyes. */
export async function searchedFields(db: Db): Promise<IsSearched> {
  const keys = await keysOfSearched(db, '')
  // The notes of a contact stand in no field.
  return (field) => field === '' || keys.has(field)
}

const keysOfSearched = remember(async (db: Db, _key: ''): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('fields')
    .select('key')
    .where('owner', '=', 'customer')
    .where('sensitive', '=', 0)
    .where('hidden', '=', 0)
    .where('retired', '=', 0)
    .execute()
  return new Set(rows.map(({ key }) => key))
})
