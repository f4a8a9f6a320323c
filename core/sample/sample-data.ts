import type { OperationId } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { staffAtDesk } from '../lib/preferences.ts'
import { addSampleCustomers } from './sample-customers.ts'
import { addSampleFollowUps } from './sample-follow-ups.ts'
import type { SampleWriting } from './sample-rows.ts'
import { addSampleVisits } from './sample-visits.ts'

/**
 * Thirty invented customers with two years of visits and what is due around today, to try things on.
 *
 * The same every time but for the days, which count from today. Returns how many customers there are.
 */
export async function addSampleData(db: Db, operationId: OperationId, context: Context): Promise<number> {
  const staffId = await staffAtDesk(db)
  const staff = await db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst()
  const writing: SampleWriting = {
    db,
    operationId,
    clock: context.clock,
    staffId,
    staffName: staff?.name ?? '林晓雨',
  }
  const customers = await addSampleCustomers(writing)
  const latestVisits = await addSampleVisits(writing, customers)
  await addSampleFollowUps(writing, customers, latestVisits)
  return new Set(customers.values()).size
}
