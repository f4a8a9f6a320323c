import { CompiledQuery } from 'kysely'
import type { ContactId, CustomerId } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import { likelyIds } from './find.ts'
import { customersOfEntries, entriesOfCustomers } from './find-entries.ts'
import { judge, type MatchShown, together, type Verdict } from './judge.ts'
import { type SearchSource, unpackSource } from './search-source.ts'
import type { Search, Word } from './search-words.ts'

/** A customer that answers all words, each somewhere else, or the contact who answers with it. */
export interface FoundApart {
  readonly customerId: CustomerId
  readonly contactId: ContactId | null
  readonly verdict: Verdict
}

/** A word that is in more than so many says little about whom it means; another one has to. */
const mostCandidates = 100

/**
 * Customers that hold every word, each wherever it may be: one in the name, one in a contact's phone, one in what was
 * said at a visit. Starts from those that hold the rarest word; where all words are in too many, from the likeliest.
 */
export async function findApart(db: Db, { words, isSearched }: Search, limit: number): Promise<FoundApart[]> {
  if (words.length === 0 || limit <= 0) return []
  const customers = await likelyCustomers(db, words)
  const families = await familiesOf(db, customers)
  const said = await Promise.all(words.map((word) => entriesOfCustomers(db, word, customers)))
  const found = customers.flatMap((id) => {
    const family = families.get(id)
    return family ? judgeFamily(id, family, words, isSearched, (index) => said[index]?.get(id) ?? null) : []
  })
  return found.toSorted((a, b) => a.verdict.rank - b.verdict.rank).slice(0, limit)
}

async function likelyCustomers(db: Db, words: readonly Word[]): Promise<CustomerId[]> {
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
  readonly own: SearchSource
  readonly contacts: readonly { readonly id: ContactId; readonly source: SearchSource }[]
}

/** Through one contact when that is enough, so that one sees who it is; else through all there is. */
function judgeFamily(
  customerId: CustomerId,
  { own, contacts }: Family,
  words: readonly Word[],
  isSearched: Search['isSearched'],
  said: (word: number) => Verdict | null,
): FoundApart[] {
  const byCustomer = words.map(({ query }) => judge(own, query, isSearched))
  const byContacts = contacts.map(({ source }) => words.map(({ query }) => judge(source, query, isSearched)))
  for (const [at, byContact] of byContacts.entries()) {
    const verdicts = words.map((_, index) => byCustomer[index] ?? byContact[index] ?? null)
    const all = complete(verdicts)
    const [contact] = contacts.slice(at, at + 1)
    if (!all || !contact) continue
    const ofContact = byContact.filter((verdict) => verdict !== null)
    return [
      { customerId, contactId: contact.id, verdict: { rank: together(all).rank, show: together(ofContact).show } },
    ]
  }
  const verdicts = words.map((_, index) => {
    const ofContact = byContacts.map((byContact) => byContact[index] ?? null).find((verdict) => verdict !== null)
    return byCustomer[index] ?? (ofContact ? withoutName(ofContact) : said(index))
  })
  const all = complete(verdicts)
  return all ? [{ customerId, contactId: null, verdict: together(all) }] : []
}

function complete(verdicts: readonly (Verdict | null)[]): Verdict[] | null {
  const all = verdicts.filter((verdict) => verdict !== null)
  return all.length === verdicts.length ? all : null
}

/** The name that is shown is the customer's: that of the contact is not marked in it. */
function withoutName({ rank, show }: Verdict): Verdict {
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

async function familiesOf(db: Db, customers: readonly CustomerId[]): Promise<Map<CustomerId, Family>> {
  const ids = JSON.stringify(customers)
  const { rows } = await db.executeQuery<{ customerId: CustomerId; contactId: ContactId | null; source: string }>(
    CompiledQuery.raw(families, [ids, ids]),
  )
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId)
  return new Map(
    [...byCustomer].flatMap(([id, members]) => {
      const own = members.find(({ contactId }) => contactId === null)
      if (!own) return []
      const contacts = members.flatMap(({ contactId, source }) =>
        contactId === null ? [] : [{ id: contactId, source: unpackSource(source) }],
      )
      return [[id, { own: unpackSource(own.source), contacts }]]
    }),
  )
}
