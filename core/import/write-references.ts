import type { ContactId, CustomerId } from '#contract/common.ts'
import type { Field, FieldValues } from '#contract/fields.ts'
import { putContactLinks } from '../customers/contact-links.ts'
import { fieldValuesJson } from '../customers/field-values.ts'
import type { Db } from '../db/open.ts'
import type { Writing } from '../operations/write.ts'
import { splitWords } from '../sheets/words-text.ts'
import { splitAffiliates } from './affiliate-names.ts'
import type { Holder } from './write-customers.ts'

/** What rows say about records that a later row may bring: written once all are there. */
export function gatherReferences() {
  const customers: CustomerReference[] = []
  const contacts: ContactReference[] = []
  return {
    add({ id, state }: Holder): void {
      if (id === null) return
      for (const [field, text] of Object.entries(state.references)) customers.push({ id, field, text })
      for (const { values, changed } of state.contacts) {
        const text = (key: string) => (changed.has(key) ? String(values[key] ?? '') : null)
        const [reportsTo, influences] = [text('reportsTo'), text('influences')]
        if (reportsTo === null && influences === null) continue
        contacts.push({ customerId: id, name: String(values['name']), reportsTo, influences })
      }
    },
    async write(writing: Writing, fields: ReadonlyMap<string, Field>): Promise<void> {
      for (const reference of customers) {
        if (reference.field === 'affiliate') await addAffiliates(writing, reference)
        else await putReference(writing, reference, fields)
      }
      for (const reference of contacts) await linkContact(writing, reference)
    },
  }
}

interface CustomerReference {
  readonly id: CustomerId
  readonly field: string
  readonly text: string
}

/** By name within one customer; null for what the row does not say. */
interface ContactReference {
  readonly customerId: CustomerId
  readonly name: string
  readonly reportsTo: string | null
  readonly influences: string | null
}

async function putReference(
  { db }: Writing,
  { id, field, text }: CustomerReference,
  fields: ReadonlyMap<string, Field>,
): Promise<void> {
  const other = await customerNamed(db, text)
  const row = await db.selectFrom('customers').select('field_values').where('id', '=', id).executeTakeFirst()
  if (other === undefined || !row) return
  const values: FieldValues = { ...(JSON.parse(row.field_values) as FieldValues), [field]: other }
  await db
    .updateTable('customers')
    .set({ field_values: fieldValuesJson(values, fields) })
    .where('id', '=', id)
    .execute()
}

/** A pair is one row, told on both cards: it may have come with the other card already. */
async function addAffiliates({ db, operationId }: Writing, { id, text }: CustomerReference): Promise<void> {
  for (const named of splitAffiliates(text)) {
    const whole = await customerNamed(db, named.text)
    const other = whole ?? (await customerNamed(db, named.name))
    if (other === undefined || other === id) continue
    const known = await db
      .selectFrom('customer_links')
      .select('id')
      .where((is) =>
        is.or([
          is.and([is('customer_id', '=', id), is('other_id', '=', other)]),
          is.and([is('customer_id', '=', other), is('other_id', '=', id)]),
        ]),
      )
      .executeTakeFirst()
    if (known) continue
    await db
      .insertInto('customer_links')
      .values({ operation_id: operationId, customer_id: id, other_id: other, note: whole ? '' : named.note })
      .execute()
  }
}

async function linkContact(writing: Writing, { customerId, name, ...said }: ContactReference): Promise<void> {
  const { db } = writing
  const contacts = await db
    .selectFrom('contacts')
    .select(['id', 'name'])
    .where('customer_id', '=', customerId)
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const ids = new Map(contacts.map((contact): [string, ContactId] => [contact.name, contact.id]))
  const id = ids.get(name)
  if (id === undefined) return
  const links = await db
    .selectFrom('contact_links')
    .select(['to_contact_id as to', 'kind'])
    .where('from_contact_id', '=', id)
    .orderBy('id')
    .execute()
  const former = (kind: string) => links.filter((link) => link.kind === kind).map(({ to }) => to)
  const named = (text: string | null, kind: string) =>
    text === null ? former(kind) : splitWords(text).flatMap((word) => ids.get(word) ?? [])
  const others = (to: ContactId) => to !== id
  const [reportsTo = null] = named(said.reportsTo, 'reportsTo').filter(others)
  const influences = [...new Set(named(said.influences, 'influences').filter(others))]
  await putContactLinks(writing, id, { customerId, reportsTo, influences })
}

/** By number, or by a name that only one bears. */
async function customerNamed(db: Db, text: string): Promise<CustomerId | undefined> {
  const named = await db
    .selectFrom('customers')
    .select(['id', 'number'])
    .where((is) => is.or([is('number', '=', text), is('name', '=', text)]))
    .limit(3)
    .execute()
  return (named.find(({ number }) => number === text) ?? (named.length === 1 ? named[0] : undefined))?.id
}
