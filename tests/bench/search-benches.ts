import type { Context } from '#core/lib/context.ts'
import { probesOf, searchQueryOf } from '#core/search/search-probes.ts'
import { hitsFor } from '#core/search/search-queries.ts'
import { textQuestion } from '#core/search/text-terms.ts'
import type { Bench } from './measure.ts'

const limit = 20

const keystrokes: Readonly<Record<string, readonly string[]>> = {
  'one character': ['王', '芳', '伟', '禾', '明'],
  'two characters': ['王芳', '伟明', '餐饮', '青禾', '建材'],
  'part of a name': ['小明', '装饰工程', '禾餐饮管理', '电子商务', '欧阳慧'],
  'pinyin initials': ['zw', 'wxm', 'lh', 'qhcy', 'oyh'],
  'pinyin in full': ['zhangwei', 'wangfang', 'liming', 'ouyang', 'chenjian'],
  'pinyin, mixed': ['zhangw', 'zwei', 'wangxm', 'lih', 'chenj'],
  'phone tail': ['0926', '7125', '3388', '0001', '5047'],
  'part of a phone': ['1385', '58096', '1391234', '77', '186'],
  'a name that nobody has': ['龘靐', 'zxqvk', '13800000000', '没有这个人', 'qqqq'],
}

/** Of what was said at visits. */
const said: Readonly<Record<string, readonly string[]>> = {
  'two characters of visits': ['报价', '尾款', '滤网', '样品', '账期'],
  'a phrase of visits': ['等月底和合伙人', '换了配件', '提了三个问题', '老板娘很高兴', '不影响营业'],
}
/** Each found somewhere else: in a name, a phone, an address, a visit. */
const apart = ['王 报价', 'zhang 138', '陈 西湖', '李娜 尾款', 'wangfang 滤网']

/** Each keystroke in the core: index, ranking, marks and the twenty rows that are shown. */
export function searchBenches(context: Context): Bench[] {
  const { db, database } = context
  const { sqlite } = database
  const customers = sqlite.prepare(bareSql('customers', 'customers.id', 'customers.id', 'contact_id IS NULL'))
  const contacts = sqlite.prepare(
    bareSql('contacts', 'contacts.customer_id', 'contacts.customer_id', 'contact_id = contacts.id'),
  )
  // The bare query is told which of the terms will find most; finding that out is our work, not its.
  const bestTerms = new Map<string, readonly [string, string]>()
  const expressionFor = (typed: string, table: 'customers' | 'contacts') => {
    const count = sqlite.prepare(
      `SELECT count(*) FROM (SELECT 1 FROM search_${table} WHERE search_${table} MATCH ? LIMIT ${limit + 1})`,
    )
    const counted = probesOf(searchQueryOf(typed)).map(({ expression }) => ({
      expression,
      found: Number(count.pluck().get(expression)),
    }))
    return counted.toSorted((a, b) => b.found - a.found)[0]?.expression ?? '"none"'
  }
  const expressionsOf = (typed: string) => {
    const known = bestTerms.get(typed) ?? [expressionFor(typed, 'customers'), expressionFor(typed, 'contacts')]
    bestTerms.set(typed, known)
    return known
  }
  const names: readonly Bench[] = Object.entries(keystrokes).map(([what, typed]) => {
    for (const each of typed) expressionsOf(each)
    const at = (round: number) => typed[round % typed.length] ?? ''
    return {
      name: `search: ${what}`,
      budget: 2,
      felt: 10,
      ours: (round) => hitsFor(db, at(round), limit),
      bare: (round) => {
        const [ofCustomers, ofContacts] = expressionsOf(at(round))
        return [customers.all(ofCustomers, limit), contacts.all(ofContacts, limit)]
      },
    }
  })
  const counts = ['customers', 'contacts', 'entries'].map((table) =>
    sqlite.prepare(`SELECT count(*) FROM search_${table} WHERE search_${table} MATCH ?`),
  )
  for (const word of apart.flatMap((typed) => typed.split(' '))) expressionsOf(word)
  const words: Bench = {
    name: 'search: words found apart',
    budget: 4,
    felt: 50,
    ours: (round) => hitsFor(db, apart[round % apart.length] ?? '', limit),
    // Who holds each word, in each of the indexes.
    bare: (round) =>
      apart[round % apart.length]?.split(' ').map((word) => {
        const expressions = [...expressionsOf(word), entryExpression(word)]
        return counts.map((count, index) => count.get(expressions[index]))
      }),
  }
  return [...names, ...saidBenches(context), words]
}

function entryExpression(typed: string): string {
  return textQuestion('', searchQueryOf(typed).units)?.expression ?? '"none"'
}

/** The bare query is asked for the visits and their customers that are shown. */
function saidBenches({ db, database: { sqlite } }: Context): Bench[] {
  const bare = sqlite.prepare(`
    SELECT visits.situation, visits.visited_at, customers.id, customers.name, customers.number,
      (SELECT number FROM phones WHERE customer_id = customers.id ORDER BY contact_id, position, id LIMIT 1)
    FROM (
      SELECT rowid FROM search_entries WHERE search_entries MATCH ? ORDER BY rowid DESC LIMIT ${limit}
    ) AS found
    JOIN visits ON visits.id = found.rowid / 2 AND found.rowid % 2 = 0
    JOIN customers ON customers.id = visits.customer_id`)
  return Object.entries(said).map(([what, typed]) => {
    const at = (round: number) => typed[round % typed.length] ?? ''
    return {
      name: `search: ${what}`,
      // Those found by name, number, address and notes stand before, and are asked for first.
      budget: 8,
      felt: 10,
      ours: (round) => hitsFor(db, at(round), limit),
      bare: (round) => bare.all(entryExpression(at(round))),
    }
  })
}

/** The rows that are shown, for one MATCH of the index. */
function bareSql(table: 'customers' | 'contacts', customerId: string, phoneOf: string, whose: string): string {
  const join = table === 'contacts' ? 'JOIN customers ON customers.id = contacts.customer_id' : ''
  return `
    SELECT ${table}.id, ${table}.name, ${table}.reading, customers.name, customers.number, customers.kind,
      customers.field_values ->> 'grade', customers.field_values ->> 'region',
      customers.next_contact_on, customers.next_contact_time,
      (SELECT number FROM phones WHERE customer_id = ${phoneOf} AND ${whose} ORDER BY position, id LIMIT 1)
    FROM (SELECT rowid FROM search_${table} WHERE search_${table} MATCH ? LIMIT ?) AS found
    JOIN ${table} ON ${table}.id = found.rowid ${join}
    WHERE ${customerId} > 0`
}
