import type { ContactId } from '#contract/common.ts'
import type { ContactDraft } from '#contract/customers.ts'
import type { Db } from '../db/open.ts'
import { fail } from '../lib/fail.ts'
import type { Writing } from '../operations/write.ts'

type LinkKind = 'reportsTo' | 'influences'

/** Makes the links that go out from a contact those of the draft. They stay within one customer. */
export async function putContactLinks(
  { db, operationId }: Writing,
  id: ContactId,
  { customerId, reportsTo, influences }: Pick<ContactDraft, 'customerId' | 'reportsTo' | 'influences'>,
): Promise<void> {
  const wanted = new Map<string, { to: ContactId; kind: LinkKind }>()
  const want = (to: ContactId, kind: LinkKind) => wanted.set(`${kind} ${to}`, { to, kind })
  if (reportsTo !== null) want(reportsTo, 'reportsTo')
  for (const to of influences) want(to, 'influences')
  for (const { to } of wanted.values()) await checkContact(db, customerId, id, to)

  const known = await db.selectFrom('contact_links').selectAll().where('from_contact_id', '=', id).execute()
  for (const link of known) {
    if (!wanted.delete(`${link.kind} ${link.to_contact_id}`))
      await db.deleteFrom('contact_links').where('id', '=', link.id).execute()
  }
  for (const { to, kind } of wanted.values()) {
    await db
      .insertInto('contact_links')
      .values({ operation_id: operationId, from_contact_id: id, to_contact_id: to, kind })
      .execute()
  }
}

async function checkContact(db: Db, customerId: number, id: ContactId, to: ContactId): Promise<void> {
  const contact = await db.selectFrom('contacts').select('customer_id').where('id', '=', to).executeTakeFirst()
  if (to === id || contact?.customer_id !== customerId) fail('NOT_FOUND', { entity: 'contact', id: to })
}
