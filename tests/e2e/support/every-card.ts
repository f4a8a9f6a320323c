import type { Page } from '@playwright/test'
import type { Card } from '#contract/customers.ts'
import type { Layout } from '#contract/fields.ts'
import type { TimelineEntry } from '#contract/visits.ts'
import { rpc } from './rpc.ts'

/** What every customer's card and visits say, in a fixed order, without what a file gives its records itself. */
export async function everyCard(page: Page): Promise<unknown[]> {
  const query = { text: '', filters: [], sort: [{ field: 'number', direction: 'asc' }] }
  const { rows } = await rpc<{ rows: { id: number }[] }>(page, 'customers/list', {
    query,
    columns: [],
    offset: 0,
    limit: 500,
  })
  const cards = await rpc<Card[]>(page, 'customers/cards', { ids: rows.map(({ id }) => id) })
  const { fields } = await rpc<Layout>(page, 'fields/layout', undefined)
  const labels = new Map(fields.map(({ key, labelZh }) => [key, labelZh]))
  return Promise.all(
    cards.map(async ({ id, number, kind, name, values, phones, addresses, affiliates, contacts }) => ({
      number,
      kind,
      name,
      values: Object.fromEntries(Object.entries(values).map(([key, value]) => [labels.get(key) ?? key, value])),
      phones: phones.map(({ label, number }) => ({ label, number })),
      addresses: addresses.map(({ id: _id, ...address }) => address),
      affiliates: affiliates.map(({ number, note }) => ({ number, note })),
      contacts: contacts.map(({ id: _id, customerId: _customerId, phones, ...contact }) => ({
        ...contact,
        phones: phones.map(({ label, number }) => ({ label, number })),
      })),
      visits: await visitsOf(page, id),
    })),
  )
}

async function visitsOf(page: Page, customerId: number): Promise<unknown[]> {
  const { entries } = await rpc<{ entries: TimelineEntry[] }>(page, 'visits/timeline', {
    customerId,
    kind: 'visit',
    after: null,
    limit: 200,
  })
  return entries.flatMap((entry) => {
    if (entry.type !== 'visit') return []
    const { visitedAt, channel, situation, purpose, result, resultNote, staffName, contactNames } = entry.visit
    return [{ visitedAt, channel, situation, purpose, result, resultNote, staffName, contactNames }]
  })
}
