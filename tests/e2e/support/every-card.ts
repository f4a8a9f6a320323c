import type { Page } from '@playwright/test'
import type { Card } from '#contract/customers.ts'
import { rpc } from './rpc.ts'

/** What every customer's card says, in a fixed order, without what a file gives its records itself. */
export async function everyCard(page: Page): Promise<unknown[]> {
  const query = { text: '', filters: [], sort: [{ field: 'number', direction: 'asc' }] }
  const { rows } = await rpc<{ rows: { id: number }[] }>(page, 'customers/list', {
    query,
    columns: [],
    offset: 0,
    limit: 500,
  })
  const cards = await rpc<Card[]>(page, 'customers/cards', { ids: rows.map(({ id }) => id) })
  return cards.map(({ number, kind, name, values, phones, contacts }) => ({
    number,
    kind,
    name,
    values: Object.fromEntries(Object.entries(values).filter(([key]) => !given.has(key))),
    phones: phones.map(({ label, number }) => ({ label, number })),
    contacts: contacts.map(({ id: _id, customerId: _customerId, phones, ...contact }) => ({
      ...contact,
      phones: phones.map(({ label, number }) => ({ label, number })),
    })),
  }))
}

/** Reckoned from visits and follow-ups, which a list of customers does not bring along. */
const given = new Set(['lastContact', 'nextContact'])
