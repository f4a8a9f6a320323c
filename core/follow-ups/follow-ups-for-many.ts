import type { Written } from '#contract/common.ts'
import type { CustomerSelection } from '#contract/customers.ts'
import { selectedCustomers } from '../customers/customer-selection.ts'
import { checkFollowUpKind } from '../fields/record-choices.ts'
import type { Context } from '../lib/context.ts'
import { inPages } from '../lib/slices.ts'
import { write } from '../operations/write.ts'
import { followUpRow, type NewFollowUp } from './follow-up-service.ts'

type FollowUpForMany = Omit<NewFollowUp, 'customerId' | 'contactId' | 'fromVisitId'>

/** The same follow-up for each of many customers, as one operation. */
export async function saveFollowUpForMany(
  context: Context,
  selection: CustomerSelection,
  followUp: FollowUpForMany,
): Promise<Written & { count: number }> {
  return write(context, { kind: 'addFollowUps' }, async ({ db, operationId, describe }) => {
    await checkFollowUpKind(db, followUp.kind)
    const ids = await selectedCustomers(context, db, selection)
    await describe({ count: ids.length, ...(followUp.title && { name: followUp.title }) })
    await inPages(ids, 500, async (page) => {
      const rows = page.map((customerId) =>
        followUpRow(context, operationId, { ...followUp, customerId, contactId: null, fromVisitId: null }),
      )
      await db.insertInto('follow_ups').values(rows).execute()
    })
    return { count: ids.length }
  })
}
