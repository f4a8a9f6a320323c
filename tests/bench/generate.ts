import { readingOf } from '#core/search/reading.ts'
import type { Sqlite } from '#core/db/sqlite.ts'
import { phoneDigits } from '#contract/phones.ts'
import { type Random, randomOf } from './random.ts'
import * as lists from './lists.ts'

export interface Company {
  readonly customers: number
  readonly contacts: number
  readonly visits: number
  readonly openFollowUps: number
}

/** What the specification calls the generated company: per customer 3 contacts, 10 visits and 2 open follow-ups. */
export function companyOf(customers: number): Company {
  return { customers, contacts: customers * 3, visits: customers * 10, openFollowUps: customers * 2 }
}

const customFields = 20
const operationId = 1
const dayLength = 24 * 60 * 60 * 1000

/**
 * Fills an empty, set-up file with the generated company: the same for the same size and day.
 *
 * Rows go in as bare SQL. Only `search_dirty_*` is left for the caller to work off.
 */
export function generateCompany(sqlite: Sqlite, company: Company, today: string): void {
  const random = randomOf(20_260_302)
  const now = Date.parse(`${today}T09:00:00Z`)
  sqlite.transaction(() => {
    addCustomFields(sqlite)
    addCustomers(sqlite, company, random, now)
    addContacts(sqlite, company, random)
    addVisits(sqlite, company, random, now)
    addFollowUps(sqlite, company, random, now)
    addDuplicates(sqlite)
  })()
}

function addCustomFields(sqlite: Sqlite): void {
  const insert = sqlite.prepare(`
    INSERT INTO fields (operation_id, owner, key, label_zh, label_en, type, storage, section_key, position, listed)
    VALUES (?, 'customer', ?, ?, ?, ?, 'value', 'needs', ?, 1)`)
  const types = ['text', 'number', 'money', 'date', 'yesNo']
  for (let index = 0; index < customFields; index++) {
    insert.run(operationId, `custom${index}`, `自定义${index}`, `Custom ${index}`, types[index % 5], 100 + index)
  }
}

function addCustomers(sqlite: Sqlite, { customers }: Company, random: Random, now: number): void {
  const insert = sqlite.prepare(`
    INSERT INTO customers
      (uid, operation_id, number, kind, name, short_name, reading, field_values, created_by, created_on, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '林晓雨', ?, ?)`)
  const insertPhone = phoneInsert(sqlite)
  const insertAddress = sqlite.prepare(
    'INSERT INTO addresses (operation_id, customer_id, area, street) VALUES (?, ?, ?, ?)',
  )
  for (let id = 1; id <= customers; id++) {
    const kind = random.chance(0.4) ? 'company' : 'person'
    const [name, shortName] = kind === 'company' ? companyName(random) : [personName(random), '']
    const createdAt = now - random.below(1500) * dayLength
    insert.run(
      uidOf('a', id),
      operationId,
      `K${String(id).padStart(8, '0')}`,
      kind,
      name,
      shortName,
      readingOf(name, kind),
      JSON.stringify(valuesOf(random, now)),
      dayOf(createdAt),
      createdAt,
    )
    if (kind === 'person' || random.chance(0.5)) addPhone(insertPhone, random, id, null)
    insertAddress.run(
      operationId,
      id,
      `${random.pick(lists.cities)}市${random.pick(lists.districts)}`,
      `${random.pick(lists.streets)}${1 + random.below(1500)}号${1 + random.below(30)}幢${101 + random.below(900)}室`,
    )
  }
}

function addContacts(sqlite: Sqlite, { contacts, customers }: Company, random: Random): void {
  const insert = sqlite.prepare(`
    INSERT INTO contacts (uid, operation_id, customer_id, name, reading, title, wechat, birthday, is_primary, is_decision_maker, position)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertPhone = phoneInsert(sqlite)
  const counts = new Uint8Array(customers + 1)
  for (let id = 1; id <= contacts; id++) {
    const customerId = 1 + random.below(customers)
    const position = counts[customerId] ?? 0
    counts[customerId] = position + 1
    const name = personName(random)
    const reading = readingOf(name, 'person')
    const wechat = random.chance(0.3) ? `${reading.normalize('NFD').replace(/[^a-z]/g, '')}${random.below(1000)}` : ''
    insert.run(
      uidOf('b', id),
      operationId,
      customerId,
      name,
      reading,
      random.pick(lists.titles),
      wechat,
      random.chance(0.3) ? birthdayOf(random) : null,
      Number(position === 0),
      Number(random.chance(0.3)),
      position,
    )
    addPhone(insertPhone, random, customerId, id)
  }
}

function addVisits(sqlite: Sqlite, { visits, customers }: Company, random: Random, now: number): void {
  const insert = sqlite.prepare(`
    INSERT INTO visits (uid, operation_id, customer_id, visited_at, channel, purpose, situation, result, entered_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const channels = ['onSite', 'inShop', 'phone', 'phone', 'wechat', 'wechat']
  for (let id = 1; id <= visits; id++) {
    const at = now - random.below(730) * dayLength - random.below(8 * 60) * 60_000
    insert.run(
      uidOf('c', id),
      operationId,
      customerOfVisit(random, customers),
      minuteOf(at),
      random.pick(channels),
      random.chance(0.5) ? 'care' : null,
      situationOf(random),
      random.chance(0.6) ? 'progress' : null,
      at,
    )
  }
}

/** Words that are in many visits, and now and then one that is in few. */
function situationOf(random: Random): string {
  const situation = random.pick(lists.situations)
  if (random.chance(0.5)) return situation
  const [brand] = companyName(random)
  return `${situation}${personName(random)}说${brand}那边在${random.pick(lists.streets)}，${random.pick(lists.followUpTitles)}。`
}

/** The first customer of all has 5,000 entries where there are enough to go round. */
function customerOfVisit(random: Random, customers: number): number {
  return random.chance(0.005) ? 1 : 1 + random.below(customers)
}

function addFollowUps(sqlite: Sqlite, { openFollowUps, customers }: Company, random: Random, now: number): void {
  const insert = sqlite.prepare(`
    INSERT INTO follow_ups (uid, operation_id, customer_id, kind, title, due_on, due_time, status, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)`)
  const kinds = ['appointment', 'afterSales', 'call', 'survey', 'renewal']
  for (let id = 1; id <= openFollowUps; id++) {
    const dueAt = now + (random.below(400) - 5) * dayLength
    insert.run(
      uidOf('d', id),
      operationId,
      1 + random.below(customers),
      random.pick(kinds),
      random.pick(lists.followUpTitles),
      dayOf(dueAt),
      random.chance(0.3) ? '10:00' : null,
      now,
    )
  }
}

/** One customer in a hundred has a phone of the customer before: the same one, written down twice. */
function addDuplicates(sqlite: Sqlite): void {
  sqlite
    .prepare(`
      INSERT INTO phones (operation_id, customer_id, number, digits)
      SELECT ?, customer_id + 1, number, digits FROM phones
      WHERE customer_id % 100 = 0 AND contact_id IS NULL AND customer_id < (SELECT max(id) FROM customers)`)
    .run(operationId)
}

function personName(random: Random): string {
  const given = random.pick(lists.givenCharacters) + (random.chance(0.65) ? random.pick(lists.givenCharacters) : '')
  return random.pickEarly(lists.surnames) + given
}

function companyName(random: Random): [name: string, shortName: string] {
  const brand =
    random.pick(lists.brandCharacters) +
    random.pick(lists.brandCharacters) +
    (random.chance(0.4) ? random.pick(lists.brandCharacters) : '')
  const place = random.chance(0.6) ? random.pick(lists.cities) : ''
  return [place + brand + random.pick(lists.trades) + random.pick(lists.companyForms), brand]
}

/** One in four is lunar; half of them without a year. */
function birthdayOf(random: Random): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const year = random.chance(0.5) ? String(1950 + random.below(55)) : '-'
  return `${random.chance(0.25) ? 'lunar:' : ''}${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
}

function valuesOf(random: Random, now: number): Record<string, unknown> {
  const district = random.pick(lists.districts)
  const values: Record<string, unknown> = {
    grade: random.pickEarly(['C', 'B', 'A', 'D']),
    region: district,
    source: random.pick(['walkIn', 'referral', 'phone', 'cold', 'socialMedia']),
    industry: random.pick(['catering', 'decoration', 'beauty', 'carRepair', 'retail']),
    needs: random.pick(lists.needs),
  }
  if (random.chance(0.5)) values['birthday'] = birthdayOf(random)
  if (random.chance(0.4)) values['tags'] = [random.pick(lists.tags)]
  if (random.chance(0.3)) values['wechat'] = `wx${random.below(1e8).toString(36)}`
  if (random.chance(0.5)) values['notes'] = random.pick(lists.situations)
  for (let index = 0; index < customFields; index++) {
    if (random.chance(0.4)) values[`custom${index}`] = customValue(random, index, now)
  }
  return values
}

function customValue(random: Random, index: number, now: number): unknown {
  switch (index % 5) {
    case 0:
      return random.pick(lists.tags)
    case 1:
      return random.below(10_000)
    case 2:
      return random.below(10_000_000)
    case 3:
      return dayOf(now - random.below(1000) * dayLength)
    default:
      return random.chance(0.5)
  }
}

function phoneInsert(sqlite: Sqlite) {
  return sqlite.prepare(
    'INSERT INTO phones (operation_id, customer_id, contact_id, number, digits) VALUES (?, ?, ?, ?, ?)',
  )
}

function addPhone(
  insert: ReturnType<typeof phoneInsert>,
  random: Random,
  customerId: number,
  contactId: number | null,
): void {
  const rest = String(random.below(1e8)).padStart(8, '0')
  const start = random.pick([
    '138',
    '139',
    '136',
    '135',
    '137',
    '150',
    '151',
    '152',
    '158',
    '159',
    '186',
    '188',
    '177',
    '199',
  ])
  const number = `${start} ${rest.slice(0, 4)} ${rest.slice(4)}`
  insert.run(operationId, customerId, contactId, number, phoneDigits(number))
}

/** As long as a real one, and like those in the order they were made. */
function uidOf(kind: 'a' | 'b' | 'c' | 'd', id: number): string {
  return `01955c00-7a00-7000-8${kind}00-${id.toString(16).padStart(12, '0')}`
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

function minuteOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16)
}
