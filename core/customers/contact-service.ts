import { v7 as uuid } from 'uuid'
import type { ContactId, CustomerId, Written } from '#contract/common.ts'
import type { ContactDraft } from '#contract/customers.ts'
import type { PhoneDraft } from '#contract/phones.ts'
import type { Db } from '../db/open.ts'
import type { Flag } from '../db/column-types.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { isRealDate } from '../lib/lunar.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import { write, type Writing } from '../operations/write.ts'
import { putContactLinks } from './contact-links.ts'
import { putPhones } from './phone-service.ts'
import { readingOf } from '../search/reading.ts'

export async function saveContact(context: Context, draft: ContactDraft): Promise<Written & { id: ContactId }> {
  const kind = draft.id === null ? 'addContact' : 'editContact'
  const subject = { name: draft.name, customerId: draft.customerId }
  return write(context, { kind, subject }, async (writing) => {
    await checkChoices(writing.db, draft)
    const id = draft.id ?? (await insertContact(writing, draft.customerId, draft))
    if (draft.id !== null) await updateContact(writing, id, draft)
    await putContactLinks(writing, id, draft)
    return { id }
  })
}

export async function removeContact(context: Context, id: ContactId): Promise<Written> {
  const contact = await context.db
    .selectFrom('contacts')
    .select(['name', 'customer_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!contact) fail('NOT_FOUND', { entity: 'contact', id })
  const subject = { name: contact.name, customerId: contact.customer_id }
  return write(context, { kind: 'removeContact', subject }, async ({ db }) => {
    await db.deleteFrom('contacts').where('id', '=', id).execute()
    return {}
  })
}

type NewContact = Partial<ContactDraft> & {
  readonly name: string
  readonly title: string
  readonly phones: readonly PhoneDraft[]
}

/** Adds a contact. The first one of a customer is its primary contact. */
export async function insertContact(writing: Writing, customerId: CustomerId, contact: NewContact): Promise<ContactId> {
  const { db, operationId } = writing
  const customer = await db.selectFrom('customers').select('id').where('id', '=', customerId).executeTakeFirst()
  if (!customer) fail('NOT_FOUND', { entity: 'customer', id: customerId })
  const { count } = await db
    .selectFrom('contacts')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()

  const { id } = await db
    .insertInto('contacts')
    .values({
      uid: uuid(),
      operation_id: operationId,
      customer_id: customerId,
      reading: contact.reading || readingOf(contact.name, 'person'),
      position: count,
      ...columnsOf({ ...contact, isPrimary: contact.isPrimary === true || count === 0 }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepOnePrimary(db, customerId, id, contact.isPrimary === true)
  await putPhones(writing, customerId, id, contact.phones)
  return id
}

async function updateContact(writing: Writing, id: ContactId, draft: ContactDraft): Promise<void> {
  const { db } = writing
  const old = await db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!old || old.customer_id !== draft.customerId) fail('NOT_FOUND', { entity: 'contact', id })
  await db
    .updateTable('contacts')
    .set({ ...columnsOf(draft), reading: newReading(old, draft) })
    .where('id', '=', id)
    .execute()
  await keepOnePrimary(db, draft.customerId, id, draft.isPrimary)
  await putPhones(writing, draft.customerId, id, draft.phones)
}

/** A reading corrected by hand stays; one made from the old name is made anew. */
function newReading(old: Named, draft: Named): string {
  const isMade =
    draft.reading === '' || (draft.reading === old.reading && old.reading === readingOf(old.name, 'person'))
  return isMade ? readingOf(draft.name, 'person') : draft.reading
}

interface Named {
  readonly name: string
  readonly reading: string
}

function columnsOf(contact: NewContact) {
  const flag = (set: boolean | undefined): Flag => (set ? 1 : 0)
  return {
    name: contact.name,
    title: contact.title,
    role: contact.role ?? null,
    is_decision_maker: flag(contact.isDecisionMaker),
    is_primary: flag(contact.isPrimary),
    wechat: contact.wechat ?? '',
    email: contact.email ?? '',
    birthday: contact.birthday ?? null,
    hometown: contact.hometown ?? '',
    preferred_channel: contact.preferredChannel ?? null,
    relation: contact.relation ?? '',
    notes: contact.notes ?? '',
  }
}

async function keepOnePrimary(db: Db, customerId: CustomerId, id: ContactId, isPrimary: boolean): Promise<void> {
  if (!isPrimary) return
  await db
    .updateTable('contacts')
    .set({ is_primary: 0 })
    .where('customer_id', '=', customerId)
    .where('id', '<>', id)
    .where('is_primary', '=', 1)
    .execute()
}

async function checkChoices(db: Db, draft: ContactDraft): Promise<void> {
  const fields = await fieldsByKey(db, 'contact')
  for (const [key, value] of [
    ['role', draft.role],
    ['preferredChannel', draft.preferredChannel],
  ] as const) {
    if (value !== null && !fields.get(key)?.choices.some((choice) => choice.key === value)) {
      fail('BAD_VALUE', { field: key, problem: 'unknownChoice' })
    }
  }
  if (draft.birthday !== null && !isRealDate(draft.birthday))
    fail('BAD_VALUE', { field: 'birthday', problem: 'notAPartialDate' })
}
