import { CompiledQuery } from 'kysely'
import type { ContactId, CustomerId } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import { likelyIds } from './find.ts'
import { customersOfEntries, entriesOfCustomers } from './find-entries.ts'
import { type IsSearched, judge, type MatchShown, together, type Verdict } from './judge.ts'
import { type SearchSource, unpackSource } from './search-source.ts'
import type { Search, Word } from './search-words.ts'

/** A customer that answers all words, each somewhere else, or the contact who answers with it. */
export interface FoundApart {
  readonly customerId: CustomerId
  readonly contactId: ContactId | null
  readonly verdict: Verdict
}

/** A word that is in more than so many says little about whom it means; another one has to. */
const mostCandidates = 60

/**
 * Customers that hold every word, each wherever it may be: one in the name, one in a contact's phone, one in what was
 * said at a visit. Starts from those that hold the rarest word; where all words are in too many, from the likeliest.
 */
export async function findApart(db: Db, { words, isSearched }: Search, limit: number): Promise<FoundApart[]> {
  if (words.length === 0 || limit <= 0) return []
  const families = await familiesOf(db, await likelyCustomers(db, words))
  const answers = families.map((family) => answerOf(family, words, isSearched))
  const said = await Promise.all(
    words.map((word, index) => {
      const silent = answers.filter(({ contact, byWord }) => contact === null && byWord[index] === null)
      return entriesOfCustomers(
        db,
        word,
        silent.map(({ customerId }) => customerId),
      )
    }),
  )
  const found = answers.flatMap(({ customerId, contact, byWord }): FoundApart[] => {
    if (contact !== null) return [{ customerId, contactId: contact.id, verdict: contact.verdict }]
    const all = complete(byWord.map((verdict, index) => verdict ?? said[index]?.get(customerId) ?? null))
    return all ? [{ customerId, contactId: null, verdict: together(all) }] : []
  })
  return found.toSorted((a, b) => a.verdict.rank - b.verdict.rank).slice(0, limit)
}

/** Those of the word that the fewest hold. */
async function likelyCustomers(db: Db, words: readonly Word[]): Promise<readonly CustomerId[]> {
  let fewest: ReadonlySet<CustomerId> | null = null
  for (const word of words) {
    const customers = new Set([
      ...((await likelyIds(db, 'customer', word.probes, mostCandidates)) as CustomerId[]),
      ...(await customersOfContacts(db, await likelyIds(db, 'contact', word.probes, mostCandidates))),
      ...(await customersOfEntries(db, word, mostCandidates)),
    ])
    if (fewest === null || customers.size < fewest.size) fewest = customers
  }
  return [...(fewest ?? [])]
}

interface Family {
  readonly customerId: CustomerId
  readonly own: SearchSource
  readonly contacts: readonly { readonly id: ContactId; readonly source: SearchSource }[]
}

interface Answer {
  readonly customerId: CustomerId
  /** The contact that is enough together with its customer: one sees who it is. */
  readonly contact: { readonly id: ContactId; readonly verdict: Verdict } | null
  /** By anything the customer and its contacts hold. */
  readonly byWord: readonly (Verdict | null)[]
}

function answerOf({ customerId, own, contacts }: Family, words: readonly Word[], isSearched: IsSearched): Answer {
  const byCustomer = words.map(({ query }) => judge(own, query, isSearched))
  const others = contacts.map(({ id, source }) => ({
    id,
    byWord: words.map(({ query }) => judge(source, query, isSearched)),
  }))
  const isEnough = byCustomer.every((verdict) => verdict !== null)
  const contact = isEnough
    ? undefined
    : others.find(({ byWord }) => byWord.every((verdict, index) => verdict ?? byCustomer[index]))
  return {
    customerId,
    contact: contact ? { id: contact.id, verdict: verdictOfContact(contact.byWord, byCustomer) } : null,
    byWord: byCustomer.map(
      (verdict, index) =>
        verdict ?? withoutName(others.map(({ byWord }) => byWord[index] ?? null).find((other) => other !== null)),
    ),
  }
}

/** Ranked by all words, showing those that the contact holds itself. */
function verdictOfContact(own: readonly (Verdict | null)[], byCustomer: readonly (Verdict | null)[]): Verdict {
  const all = own.map((verdict, index) => verdict ?? byCustomer[index] ?? null)
  const { rank } = together(all.filter((verdict) => verdict !== null))
  return { rank, show: together(own.filter((verdict) => verdict !== null)).show }
}

function complete(verdicts: readonly (Verdict | null)[]): Verdict[] | null {
  const all = verdicts.filter((verdict) => verdict !== null)
  return all.length === verdicts.length ? all : null
}

/** The name that is shown is the customer's: that of the contact is not marked in it. */
function withoutName(verdict: Verdict | null | undefined): Verdict | null {
  if (!verdict) return null
  const { rank, show } = verdict
  return { rank, show: (): MatchShown => ({ ...show(), nameMarks: [], reading: '', readingMarks: [] }) }
}

const customersOf = 'select distinct customer_id as id from contacts where id in (select value from json_each(?))'

async function customersOfContacts(db: Db, contacts: readonly number[]): Promise<CustomerId[]> {
  const { rows } = await db.executeQuery<{ id: CustomerId }>(CompiledQuery.raw(customersOf, [JSON.stringify(contacts)]))
  return rows.map(({ id }) => id)
}

const families = `
  select id as customerId, null as contactId, source from search_customer_sources
  where id in (select value from json_each(?))
  union all
  select contacts.customer_id, contacts.id, source
  from contacts cross join search_contact_sources on search_contact_sources.id = contacts.id
  where contacts.customer_id in (select value from json_each(?))`

async function familiesOf(db: Db, customers: readonly CustomerId[]): Promise<Family[]> {
  const ids = JSON.stringify(customers)
  const { rows } = await db.executeQuery<{ customerId: CustomerId; contactId: ContactId | null; source: string }>(
    CompiledQuery.raw(families, [ids, ids]),
  )
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId)
  return [...byCustomer].flatMap(([customerId, members]) => {
    const own = members.find(({ contactId }) => contactId === null)
    if (!own) return []
    const contacts = members.flatMap(({ contactId, source }) =>
      contactId === null ? [] : [{ id: contactId, source: unpackSource(source) }],
    )
    return [{ customerId, own: unpackSource(own.source), contacts }]
  })
}
