import { Day } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import { listCustomers, placeOf } from '#core/customers/customer-list.ts'
import { plainReading } from '#core/db/plain-reading.ts'
import { yearlyKey } from '#core/db/yearly-key.ts'
import type { Context } from '#core/lib/context.ts'
import { yearlyKeys } from '#core/lib/yearly-keys.ts'
import { countViews } from '#core/views/view-queries.ts'
import { benchToday } from './company-file.ts'
import type { Bench } from './measure.ts'

const today = Day.parse(benchToday)
const limit = 100
const columns = ['grade', 'phones', 'primaryContact', 'nextContact', 'lastContact', 'region', 'tags', 'custom2']

interface ListCase {
  readonly name: string
  readonly query: Partial<CustomerQuery>
  /** What the page costs at the least: WHERE and ORDER BY by hand. */
  readonly bare: string
  /** Where in the list, from 0 to 1. */
  readonly place: number
}

const grade = `json_extract(field_values, '$."grade"')`
const custom = (key: string) => `json_extract(field_values, '$."${key}"')`

const cases: readonly ListCase[] = [
  {
    name: 'by name, first page',
    query: { sort: [{ field: 'name', direction: 'asc' }] },
    bare: `ORDER BY ${plainReading}, name, id`,
    place: 0,
  },
  {
    name: 'by name, near the end',
    query: { sort: [{ field: 'name', direction: 'asc' }] },
    bare: `ORDER BY ${plainReading}, name, id`,
    place: 0.9,
  },
  {
    name: 'by next contact, middle',
    query: { sort: [{ field: 'nextContact', direction: 'asc' }] },
    bare: `ORDER BY next_contact_on NULLS LAST, coalesce(next_contact_time, '24:00'), id`,
    place: 0.5,
  },
  {
    name: 'by last contact backwards, end',
    query: { sort: [{ field: 'lastContact', direction: 'desc' }] },
    bare: 'ORDER BY last_contact_at DESC, id DESC',
    place: 0.9,
  },
  {
    name: 'by a custom number, middle',
    query: { sort: [{ field: 'custom2', direction: 'desc' }] },
    bare: `ORDER BY ${custom('custom2')} DESC, id DESC`,
    place: 0.5,
  },
  {
    name: 'grade A, by last contact',
    query: {
      filters: [{ field: 'grade', operator: 'is', value: ['A'] }],
      sort: [{ field: 'lastContact', direction: 'asc' }],
    },
    bare: `WHERE ${grade} = 'A' ORDER BY last_contact_at NULLS LAST, id`,
    place: 0.1,
  },
  {
    name: 'grade A and B, by name',
    query: {
      filters: [{ field: 'grade', operator: 'is', value: ['A', 'B'] }],
      sort: [{ field: 'name', direction: 'asc' }],
    },
    bare: `WHERE ${grade} IN ('A', 'B') ORDER BY ${plainReading}, name, id`,
    place: 0.3,
  },
  {
    name: 'a custom number at least, by name',
    query: {
      filters: [{ field: 'custom1', operator: 'atLeast', value: 9000 }],
      sort: [{ field: 'name', direction: 'asc' }],
    },
    bare: `WHERE ${custom('custom1')} >= 9000 ORDER BY ${plainReading}, name, id`,
    place: 0,
  },
  {
    name: 'by the primary contact, first page',
    query: { sort: [{ field: 'primaryContact', direction: 'asc' }] },
    bare: `ORDER BY (SELECT ${plainReading} FROM contacts INDEXED BY primary_contacts
      WHERE is_primary = 1 AND customer_id = customers.id ORDER BY position, id LIMIT 1) NULLS LAST, id`,
    place: 0,
  },
  {
    name: 'without a phone, by name',
    query: {
      filters: [{ field: 'phones', operator: 'isEmpty', value: null }],
      sort: [{ field: 'name', direction: 'asc' }],
    },
    bare: `WHERE NOT EXISTS (SELECT 1 FROM phones WHERE customer_id = customers.id) ORDER BY ${plainReading}, name, id`,
    place: 0,
  },
  {
    name: 'birthday this month, by a custom number',
    query: {
      filters: [{ field: 'birthday', operator: 'inMonth', value: 0 }],
      sort: [{ field: 'custom2', direction: 'desc' }],
    },
    bare: `WHERE ${bornThisMonth()} ORDER BY ${custom('custom2')} DESC, id DESC`,
    place: 0,
  },
]

export function listBenches({ db, database: { sqlite } }: Context): Bench[] {
  const total = Number(sqlite.prepare('SELECT count(*) FROM customers').pluck().get())
  return [
    ...cases.map(({ name, query, bare, place }) => {
      const whole = { text: '', filters: [], sort: [], ...query }
      const offset = Math.floor(total * place)
      let statement: ReturnType<typeof sqlite.prepare> | null = null
      return {
        name: `list: ${name}`,
        budget: 2,
        felt: 30,
        rounds: 21,
        ours: () => listCustomers(db, { query: whole, columns, offset, limit }, today),
        bare: () => {
          // Prepared once the program has made the index of the field, which the bare query uses as well.
          statement ??= sqlite.prepare(barePage(bare))
          return statement.all(limit, offset)
        },
      }
    }),
    {
      name: 'list: counts of ten views',
      budget: 1.5,
      felt: 300,
      rounds: 21,
      ours: () => countViews(db, today),
      bare: bareCounts(sqlite),
    },
    {
      name: 'list: place of a customer by name',
      budget: 2,
      felt: 100,
      rounds: 21,
      ours: (round) =>
        placeOf(
          db,
          { text: '', filters: [], sort: [{ field: 'name', direction: 'asc' }] },
          (round + 1) as never,
          today,
        ),
      bare: () => sqlite.prepare(`SELECT id FROM customers ORDER BY ${plainReading}, name, id`).pluck().all(),
    },
  ]
}

function barePage(rest: string): string {
  return `
    SELECT customers.*,
      (SELECT number FROM phones WHERE customer_id = customers.id ORDER BY contact_id, position, id LIMIT 1),
      (SELECT name FROM contacts WHERE customer_id = customers.id AND is_primary = 1 ORDER BY position, id LIMIT 1)
    FROM (SELECT id FROM customers ${rest} LIMIT ? OFFSET ?) AS page CROSS JOIN customers USING (id)`
}

/** The customer's own birthday or one of its contacts'. */
function bornThisMonth(): string {
  const keys = `('${yearlyKeys(Day.parse('2026-03-01'), Day.parse('2026-03-31')).join("', '")}')`
  return `id IN (
    SELECT id FROM customers WHERE ${yearlyKey(custom('birthday'))} IN ${keys} UNION ALL
    SELECT customer_id FROM contacts WHERE birthday IS NOT NULL AND ${yearlyKey('birthday')} IN ${keys})`
}

/** The ten views the program comes with, by hand. */
function bareCounts(sqlite: Context['database']['sqlite']): () => unknown {
  const counts = [
    'true',
    `next_contact_on = '${benchToday}'`,
    `next_contact_on < '${benchToday}'`,
    bornThisMonth(),
    `${grade} = 'A' AND (last_contact_at IS NULL OR last_contact_at < '2026-01-31')`,
    `created_on >= '2026-02-01'`,
    'completeness <= 59',
    `kind = 'company'`,
    `kind = 'person'`,
    'next_contact_on IS NULL',
  ].map((condition) => `SELECT count(*) FROM customers WHERE ${condition}`)
  // Prepared once the program has made its indexes, which this uses as well.
  let statements: { get(): unknown }[] | null = null
  return () => {
    statements ??= counts.map((count) => sqlite.prepare(count))
    return statements.map((statement) => statement.get())
  }
}
