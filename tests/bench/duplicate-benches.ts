import { v7 as uuid } from 'uuid'
import type { CustomerId } from '#contract/common.ts'
import { findDuplicates } from '#core/duplicates/find-duplicates.ts'
import { likelyDuplicates } from '#core/duplicates/likely-duplicates.ts'
import { mergeCustomers } from '#core/duplicates/merge-customers.ts'
import type { Context } from '#core/lib/context.ts'
import { fold } from '#core/search/fold.ts'
import type { Bench } from './measure.ts'

const mergeRounds = 5
/** The warm-up of a measurement merges too, and nothing can be merged twice. */
const pairs = mergeRounds + 3
const visitsOfEach = 5000

/** Hints while one types, the search through all cards, and a merge of two customers who are seen every day. */
export function duplicateBenches(context: Context): Bench[] {
  const { db, database } = context
  const [ours, bare] = [pairsToMerge(context), pairsToMerge(context)]
  return [
    {
      name: 'duplicates: hints at a keystroke',
      budget: 4,
      felt: 20,
      rounds: 101,
      ours: (round) => likelyDuplicates(db, typedBy(context, round)),
      bare: bareHints(context),
    },
    {
      name: 'duplicates: find over all customers',
      budget: 2.5,
      felt: 10_000,
      rounds: 5,
      ours: async () => {
        for await (const news of findDuplicates(db)) if (news.type === 'done') return news.count
        return 0
      },
      bare: bareFind(context),
    },
    {
      name: `duplicates: merge two customers with ${visitsOfEach.toLocaleString('en')} visits each`,
      budget: 2.5,
      felt: 1000,
      rounds: mergeRounds,
      ours: () => {
        const [survivor, other] = ours()
        return mergeCustomers(context, { survivor, others: [other], values: {} })
      },
      bare: () => bareMerge(database, bare()),
    },
  ]
}

function typedBy({ database: { sqlite } }: Context, round: number) {
  const row = sqlite.prepare('SELECT name FROM customers WHERE id = ?').get(((round * 7919) % 5000) + 1)
  const { name } = row as { name: string }
  return { name, phones: [`138 0000 ${String(1000 + round)}`], wechat: `wx${round}abc`, number: '', except: null }
}

/** The same look-ups by prepared statements, and what is shown of those they find. */
function bareHints(context: Context): (round: number) => unknown {
  const { sqlite } = context.database
  const number = sqlite.prepare('SELECT id FROM customers WHERE number = ?')
  const phones = sqlite.prepare('SELECT * FROM phones LEFT JOIN contacts ON contacts.id = contact_id WHERE digits = ?')
  const indexes = ['customers', 'contacts'].map((index) =>
    sqlite
      .prepare(`SELECT rowid FROM search_${index} WHERE search_${index} MATCH ? ORDER BY rowid DESC LIMIT 50`)
      .pluck(),
  )
  const shown = sqlite.prepare(`
    SELECT *, (SELECT number FROM phones WHERE customer_id = customers.id ORDER BY contact_id, position, id LIMIT 1),
      (SELECT count(*) FROM visits WHERE customer_id = customers.id),
      (SELECT made_at FROM changes JOIN operations ON operations.id = changes.operation_id
        WHERE table_name = 'customers' AND row_id = customers.id ORDER BY changes.id DESC LIMIT 1)
    FROM customers WHERE id IN (SELECT value FROM json_each(?))`)
  return (round) => {
    const { name, wechat } = typedBy(context, round)
    const pieces = Array.from(wechat.slice(2), (_, place) => `"p${wechat.slice(place, place + 3)}"`)
    const [named] = indexes.map((index) => index.all(`"a${fold(name)}"`))
    return [
      number.all(''),
      phones.all(`1380000${1000 + round}`),
      indexes.map((index) => index.all(pieces.join(' AND '))),
      shown.all(JSON.stringify(named?.slice(0, 8))),
    ]
  }
}

/** Reads the same columns of every row and puts them into maps, without pauses and without a verdict. */
function bareFind({ database: { sqlite } }: Context): () => unknown {
  const all = [
    `SELECT id, name, number, field_values ->> 'wechat' AS wechat FROM customers ORDER BY id`,
    `SELECT customer_id AS id, wechat FROM contacts WHERE wechat <> '' ORDER BY customer_id`,
    'SELECT customer_id AS id, digits FROM phones ORDER BY customer_id',
  ].map((text) => sqlite.prepare<[], Record<string, string | number>>(text))
  return () => {
    const byValue = new Map<string, number[]>()
    for (const statement of all) {
      for (const { id, ...values } of statement.iterate()) {
        for (const value of Object.values(values)) {
          const known = byValue.get(String(value))
          if (known) known.push(Number(id))
          else byValue.set(String(value), [Number(id)])
        }
      }
    }
    return byValue.size
  }
}

/** What the merge cannot do without: the visits change hands, history remembers each, one card goes. */
function bareMerge({ sqlite, tracking }: Context['database'], [survivor, other]: readonly [CustomerId, CustomerId]) {
  sqlite.transaction(() => {
    const { lastInsertRowid } = sqlite
      .prepare(`INSERT INTO operations (kind, subject, made_at) VALUES ('mergeCustomers', '{}', ?)`)
      .run(Date.now())
    tracking.operationId = Number(lastInsertRowid)
    sqlite.prepare('UPDATE visits SET customer_id = ? WHERE customer_id = ?').run(survivor, other)
    sqlite.prepare('DELETE FROM customers WHERE id = ?').run(other)
    tracking.operationId = null
  })()
}

/** Hands out pairs of customers with many visits; all are made when the first is asked for. */
function pairsToMerge(context: Context): () => readonly [CustomerId, CustomerId] {
  let waiting: (readonly [CustomerId, CustomerId])[] | null = null
  return () => {
    waiting ??= Array.from({ length: pairs }, (_, pair) => [busyCustomer(context, pair), busyCustomer(context, pair)])
    const [next, ...rest] = waiting
    if (!next) throw new Error('All pairs are merged')
    waiting = rest
    return next
  }
}

function busyCustomer({ database: { sqlite } }: Context, pair: number): CustomerId {
  const { lastInsertRowid: id } = sqlite
    .prepare(`
      INSERT INTO customers (uid, operation_id, number, kind, name, created_on, created_at)
      VALUES (?, 1, ?, 'company', ?, '2026-01-01', 0)`)
    .run(uuid(), `M-${uuid()}`, `合并${pair}`)
  const visit = sqlite.prepare(`
    INSERT INTO visits (uid, operation_id, customer_id, visited_at, channel, situation, entered_at)
    VALUES (?, 1, ?, ?, 'phone', '问新灶台用得怎样', 0)`)
  sqlite.transaction(() => {
    for (let day = 0; day < visitsOfEach; day++) visit.run(uuid(), id, minuteOf(day))
    // The search index would work off their texts in the background, and be measured too.
    sqlite.exec('DELETE FROM search_dirty_entries')
  })()
  return Number(id) as CustomerId
}

function minuteOf(day: number): string {
  return new Date(Date.UTC(2012, 0, 1, 9) + day * 24 * 60 * 60 * 1000).toISOString().slice(0, 16)
}
