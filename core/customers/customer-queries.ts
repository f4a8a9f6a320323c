import type { CustomerId, Instant } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import type { FieldValue } from '#contract/fields.ts'
import type { Freshness } from '#contract/settings.ts'
import { completenessOf, type CountedSection, countedSections } from '../completeness/filled-sections.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { currentLayout } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { currentSettings } from '../lib/preferences.ts'
import { asPhone, type CardParts, partsOfCards } from './card-parts.ts'
import { checksOf } from './checks.ts'
import type { CustomerTableRow } from './customer-row.ts'
import { isEmpty, valuesOfCustomer } from './field-values.ts'

type CardContext = Pick<Context, 'db' | 'clock'>

export async function cardOfCustomer(context: CardContext, id: CustomerId): Promise<Card> {
  const [card] = await cardsOfCustomers(context, [id])
  return card ?? fail('NOT_FOUND', { entity: 'customer', id })
}

/** In the order of the ids; customers that are gone are left out. */
export async function cardsOfCustomers({ db, clock }: CardContext, ids: readonly CustomerId[]): Promise<Card[]> {
  const { sections, fields } = await currentLayout(db)
  const { freshness } = await currentSettings(db)
  const reading: Reading = { db, now: clock.now(), freshness, sections: countedSections(sections, fields) }
  const rows = await db.selectFrom('customers').selectAll().where('id', 'in', among<CustomerId>(ids)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const parts = await partsOfCards(db, ids)
  const cards: Card[] = []
  for (const id of ids) {
    const row = byId.get(id)
    if (row) cards.push(await cardOfRow(reading, row, parts))
  }
  return cards
}

export async function customerName(db: Db, id: CustomerId): Promise<string> {
  const row = await db.selectFrom('customers').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? fail('NOT_FOUND', { entity: 'customer', id })
}

interface Reading {
  readonly db: Db
  readonly now: Instant
  readonly freshness: Freshness
  readonly sections: readonly CountedSection[]
}

async function cardOfRow(
  { db, now, freshness, sections }: Reading,
  row: CustomerTableRow,
  parts: CardParts,
): Promise<Card> {
  const values = valuesOfCustomer(row)
  const phones = (parts.phones.get(row.id) ?? []).filter(({ contactId }) => contactId === null).map(asPhone)
  const addresses = [...(parts.addresses.get(row.id) ?? [])]
  const affiliates = [...(parts.affiliates.get(row.id) ?? [])]
  const contacts = [...(parts.contacts.get(row.id) ?? [])]
  const held: Readonly<Record<string, FieldValue>> = {
    ...values,
    phones: phones.map(({ number }) => number),
    address: addresses.map(({ street }) => street),
    affiliate: affiliates.map(({ name }) => name),
    primaryContact: contacts.filter(({ isPrimary }) => isPrimary).map(({ name }) => name),
    decisionMakers: contacts.filter(({ isDecisionMaker }) => isDecisionMaker).map(({ name }) => name),
  }
  const completeness = completenessOf(sections, (key) => !isEmpty(held[key]))
  const visits = await lastVisitsOf(db, row.id)
  const [lastVisit] = visits
  const editedAt = await lastEditOf(db, row.id)
  return {
    id: row.id,
    uid: row.uid,
    number: row.number,
    kind: row.kind,
    name: row.name,
    values,
    phones,
    addresses,
    affiliates,
    contacts,
    lastVisit: lastVisit
      ? {
          visitedAt: lastVisit.visitedAt,
          channel: lastVisit.channel,
          situation: lastVisit.situation,
          staffName: lastVisit.staffName,
        }
      : null,
    nextContact: await nextContactOf(db, row),
    emptySections: [...completeness.empty],
    checks: checksOf(
      {
        grade: typeof values['grade'] === 'string' ? values['grade'] : null,
        completeness,
        visits: visits.filter(({ madeBy }) => madeBy !== 'import'),
        createdAt: row.created_at,
        confirmedAt: row.confirmed_at,
        editedAt,
      },
      freshness,
      now,
    ),
    createdAt: row.created_at,
    changedAt: editedAt ?? row.created_at,
  }
}

function lastVisitsOf(db: Db, id: CustomerId) {
  return db
    .selectFrom('visits')
    .leftJoin('staff', 'staff.id', 'visits.staff_id')
    .leftJoin('operations', 'operations.id', 'visits.operation_id')
    .select([
      'visits.visited_at as visitedAt',
      'visits.entered_at as enteredAt',
      'visits.channel',
      'visits.situation',
      'staff.name as staffName',
      'operations.kind as madeBy',
    ])
    .where('visits.customer_id', '=', id)
    .orderBy('visits.visited_at', 'desc')
    .orderBy('visits.id', 'desc')
    .limit(5)
    .execute()
}

async function nextContactOf(db: Db, { next_follow_up_id: id }: CustomerTableRow): Promise<Card['nextContact']> {
  if (id === null) return null
  const followUp = await db
    .selectFrom('follow_ups')
    .select(['id as followUpId', 'due_on as dueOn', 'due_time as dueTime', 'kind', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  return followUp ?? null
}

/** When the card itself was last edited: the customer's own row, or its phones, addresses and contacts. */
async function lastEditOf(db: Db, id: CustomerId): Promise<Instant | null> {
  const lastOf = (table: 'phones' | 'addresses' | 'contacts') =>
    db
      .selectFrom(table)
      .select((query) => query.fn.max('operation_id').as('operation'))
      .where('customer_id', '=', id)
  const own = db
    .selectFrom('changes')
    .select((query) => query.fn.max('operation_id').as('operation'))
    .where('table_name', '=', 'customers')
    .where('row_id', '=', id)
  const created = db.selectFrom('customers').select('operation_id').where('id', '=', id)
  const row = await db
    .selectFrom('operations')
    .select('made_at as at')
    .where('id', '=', (query) =>
      query
        .selectFrom(
          own.unionAll(lastOf('phones')).unionAll(lastOf('addresses')).unionAll(lastOf('contacts')).as('edits'),
        )
        .select((edits) => edits.fn.max('operation').as('operation')),
    )
    .where('id', '>', created)
    .executeTakeFirst()
  return row?.at ?? null
}
