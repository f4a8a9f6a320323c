import { CompiledQuery } from 'kysely'
import type { CustomerId, Day } from '#contract/common.ts'
import type { Db } from '../db/open.ts'

/** The text of a visit or a follow-up; its id is that of the search index. */
export interface EntryText {
  readonly entry: number
  readonly customerId: CustomerId
  readonly day: Day
  readonly text: string
}

// Joined exactly as by the triggers that note what the index knows.
const asked = `
  select id * 2 as entry, customer_id as customerId, substr(visited_at, 1, 10) as day,
    concat_ws(char(10), nullif(situation, ''), nullif(result_note, ''), nullif(mood, ''), nullif(decision_note, ''),
      nullif(preparation, ''), nullif(approach, '')) as text
  from visits where id in (select value / 2 from json_each(?) where value % 2 = 0)
  union all
  select id * 2 + 1, customer_id, due_on,
    concat_ws(char(10), nullif(title, ''), nullif(content, ''), nullif(place, ''), nullif(outcome, ''))
  from follow_ups where id in (select value / 2 from json_each(?) where value % 2 = 1)`

/** Those that are there, in no order. */
export async function entryTexts(db: Db, entries: readonly number[]): Promise<EntryText[]> {
  if (entries.length === 0) return []
  const ids = JSON.stringify(entries)
  return (await db.executeQuery<EntryText>(CompiledQuery.raw(asked, [ids, ids]))).rows
}
