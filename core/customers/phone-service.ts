import type { ContactId, CustomerId } from '#contract/common.ts'
import { phoneDigits, type PhoneDraft } from '#contract/phones.ts'
import type { Writing } from '../operations/write.ts'

/**
 * Makes the phones of a customer, or of one of its contacts, those of the list in its order. Phones that stay keep
 * their row, so that history shows what really changed.
 */
export async function putPhones(
  { db, operationId }: Writing,
  customerId: CustomerId,
  contactId: ContactId | null,
  phones: readonly PhoneDraft[],
): Promise<void> {
  const known = await db
    .selectFrom('phones')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('contact_id', contactId === null ? 'is' : '=', contactId)
    .execute()
  const kept = new Set(phones.map(({ id }) => id))
  const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) await db.deleteFrom('phones').where('id', 'in', gone).execute()

  for (const [position, { id, label, number }] of phones.entries()) {
    const values = { label, number, digits: phoneDigits(number), position }
    if (id !== null && known.some((phone) => phone.id === id)) {
      await db.updateTable('phones').set(values).where('id', '=', id).execute()
    } else {
      await db
        .insertInto('phones')
        .values({ operation_id: operationId, customer_id: customerId, contact_id: contactId, ...values })
        .execute()
    }
  }
}
