import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import type { OperationId } from '#contract/common.ts'
import type { CustomerQuery, Filter, Sort } from '#contract/customers.ts'
import type { Db } from '../db/open.ts'
import { putSetting, setting } from '../lib/preferences.ts'

/**
 * Gives a file the lists the program comes with, each once: those of a later version reach an older file too, and one
 * that the owner deleted stays deleted.
 */
export async function addShippedViews(db: Db, operationId: OperationId): Promise<void> {
  const given = await setting(db, 'shippedViews', z.array(z.string()), [])
  const missing = shippedViews.filter(({ key }) => !given.includes(key))
  if (missing.length === 0) return
  const { last } = await db
    .selectFrom('views')
    .select((query) => query.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const first = last === null ? 0 : last + 1
  await db
    .insertInto('views')
    .values(
      missing.map(({ key, zh, en, filters, sort, hidden = false }, place) => ({
        uid: uuid(),
        operation_id: operationId,
        key,
        label_zh: zh,
        label_en: en,
        query: JSON.stringify({ text: '', filters, sort: [sort] } satisfies CustomerQuery),
        columns: null,
        position: first + place,
        hidden: hidden ? (1 as const) : (0 as const),
      })),
    )
    .execute()
  await putSetting(db, 'shippedViews', [...given, ...missing.map(({ key }) => key)])
}

/** The same for a file that was set up before: what comes with the program is nobody's to undo. */
export async function addMissingViews(db: Db): Promise<void> {
  const { id } = await db
    .selectFrom('operations')
    .select((query) => query.fn.min('id').as('id'))
    .executeTakeFirstOrThrow()
  if (id !== null) await db.transaction().execute((transaction) => addShippedViews(transaction, id))
}

interface ShippedView {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly filters: Filter[]
  readonly sort: Sort
  /** Stands ready in the list of views, not among the tabs. */
  readonly hidden?: boolean
}

const byName: Sort = { field: 'name', direction: 'asc' }
const byNextContact: Sort = { field: 'nextContact', direction: 'asc' }
const longestAgo: Sort = { field: 'lastContact', direction: 'asc' }

const shippedViews: readonly ShippedView[] = [
  { key: 'all', zh: '全部客户', en: 'All customers', filters: [], sort: byName },
  {
    key: 'dueToday',
    zh: '今日应联系',
    en: 'Due today',
    filters: [{ field: 'nextContact', operator: 'withinDays', value: 0 }],
    sort: byNextContact,
  },
  {
    key: 'overdue',
    zh: '逾期未联系',
    en: 'Overdue',
    filters: [{ field: 'nextContact', operator: 'isPast', value: null }],
    sort: byNextContact,
  },
  {
    key: 'birthdays',
    zh: '本月生日',
    en: 'Birthday this month',
    filters: [{ field: 'birthday', operator: 'inMonth', value: 0 }],
    sort: byName,
  },
  {
    key: 'aNotSeen30',
    zh: 'A 级超 30 天未联系',
    en: 'Grade A, 30 days silent',
    filters: [
      { field: 'grade', operator: 'is', value: ['A'] },
      { field: 'lastContact', operator: 'olderThanDays', value: 30 },
    ],
    sort: longestAgo,
  },
  {
    key: 'recent',
    zh: '最近新建',
    en: 'Recently added',
    filters: [{ field: 'createdOn', operator: 'sinceDays', value: 30 }],
    sort: { field: 'createdOn', direction: 'desc' },
  },
  {
    key: 'incomplete',
    zh: '卡片不完整',
    en: 'Incomplete cards',
    filters: [{ field: 'completeness', operator: 'atMost', value: 59 }],
    sort: { field: 'completeness', direction: 'asc' },
  },
  {
    key: 'companies',
    zh: '公司客户',
    en: 'Companies',
    filters: [{ field: 'kind', operator: 'is', value: ['company'] }],
    sort: byName,
  },
  {
    key: 'persons',
    zh: '个人客户',
    en: 'Persons',
    filters: [{ field: 'kind', operator: 'is', value: ['person'] }],
    sort: byName,
  },
  {
    key: 'nothingPlanned',
    zh: '没有安排',
    en: 'Nothing planned',
    filters: [{ field: 'nextContact', operator: 'isEmpty', value: null }],
    sort: longestAgo,
  },
  {
    key: 'incumbentEnds90',
    zh: '对手合同 90 天内到期',
    en: 'Incumbent’s contract ends in 90 days',
    filters: [{ field: 'contractEndsOn', operator: 'withinDays', value: 90 }],
    sort: { field: 'contractEndsOn', direction: 'asc' },
    hidden: true,
  },
  {
    key: 'atRisk',
    zh: '流失风险',
    en: 'At risk',
    filters: [{ field: 'loyalty', operator: 'is', value: ['atRisk'] }],
    sort: longestAgo,
    hidden: true,
  },
  {
    key: 'dormant90',
    zh: '沉睡 90 天',
    en: 'Dormant 90 days',
    filters: [{ field: 'lastContact', operator: 'olderThanDays', value: 90 }],
    sort: longestAgo,
    hidden: true,
  },
  {
    key: 'dormant180',
    zh: '沉睡 180 天',
    en: 'Dormant 180 days',
    filters: [{ field: 'lastContact', operator: 'olderThanDays', value: 180 }],
    sort: longestAgo,
    hidden: true,
  },
]
