import type { ContactId, CustomerId, Language, VisitId } from '#contract/common.ts'
import type { ExportPlan } from '#contract/exports.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import {
  contactColumns,
  customerColumns,
  followUpColumns,
  type RecordColumn,
  visitColumns,
} from '../fields/record-columns.ts'
import type { OutputCell, OutputColumn } from '../sheets/sheet-output.ts'
import { visitsById } from '../visits/visit-queries.ts'
import { joinWords } from '../sheets/words-text.ts'
import { between, choiceText, dayCell, partialDateCell } from './cells.ts'
import type { PagedSheet } from './customer-sheet.ts'
import { type PhoneColumns, phonesByOwner } from './phone-columns.ts'

type Wanted = Pick<ExportPlan, 'language' | 'withSensitive'>

export async function contactSheet(db: Db, phones: PhoneColumns, wanted: Wanted): Promise<PagedSheet> {
  const { language } = wanted
  const lists = await choiceLists(db, 'contact', wanted)
  const columns = [...customerColumns, ...contactColumns].flatMap((column) =>
    column.key === 'phones' ? phones.columns(labelOf(column, language), language) : head(column, language),
  )
  return {
    columns,
    async rowsOf(ids) {
      const rows = await db
        .selectFrom('contacts')
        .innerJoin('customers', 'customers.id', 'contacts.customer_id')
        .selectAll('contacts')
        .select(['customers.number as customer_number', 'customers.name as customer_name'])
        .where('customer_id', 'in', among<CustomerId>(ids))
        .orderBy('position')
        .orderBy('contacts.id')
        .execute()
      const owned = await phonesByOwner(db, 'contact', ids)
      const links = await linkedNames(db, ids)
      const named = (id: ContactId, kind: LinkKind) => joinWords(links.get(`${kind} ${id}`) ?? [], between[language])
      return inOrder(ids, rows).map((row) => [
        row.customer_number,
        row.customer_name,
        row.name,
        row.reading,
        row.title,
        lists('role', row.role),
        { kind: 'boolean' as const, value: row.is_decision_maker === 1 },
        { kind: 'boolean' as const, value: row.is_primary === 1 },
        ...phones.cells(owned.get(row.id) ?? []),
        row.wechat,
        row.email,
        row.birthday === null ? null : partialDateCell(row.birthday, language),
        row.hometown,
        lists('preferredChannel', row.preferred_channel),
        row.relation,
        named(row.id, 'reportsTo'),
        named(row.id, 'influences'),
        row.notes,
      ])
    },
  }
}

type LinkKind = 'reportsTo' | 'influences'

/** The names a contact's links lead to, in the order they were made, by `kind id`. */
async function linkedNames(db: Db, ids: readonly CustomerId[]): Promise<Map<string, string[]>> {
  const links = await db
    .selectFrom('contact_links')
    .innerJoin('contacts', 'contacts.id', 'contact_links.to_contact_id')
    .select(['from_contact_id as id', 'kind', 'contacts.name'])
    .where('contacts.customer_id', 'in', among<CustomerId>(ids))
    .orderBy('contact_links.id')
    .execute()
  const byContact = Map.groupBy(links, ({ id, kind }) => `${kind} ${id}`)
  return new Map([...byContact].map(([key, own]) => [key, own.map(({ name }) => name)]))
}

export async function visitSheet(db: Db, wanted: Wanted): Promise<PagedSheet> {
  const { language } = wanted
  const lists = await choiceLists(db, 'visit', wanted)
  return {
    columns: [...customerColumns, ...visitColumns].map((column) => head(column, language)),
    async rowsOf(ids) {
      const places = await db
        .selectFrom('visits')
        .innerJoin('customers', 'customers.id', 'visits.customer_id')
        .select(['visits.id', 'visits.customer_id', 'customers.number', 'customers.name'])
        .where('customer_id', 'in', among<CustomerId>(ids))
        .orderBy('visited_at')
        .orderBy('visits.id')
        .execute()
      const ordered = inOrder(ids, places)
      const visits = new Map<VisitId, Awaited<ReturnType<typeof visitsById>>[number]>()
      for (const visit of await visitsById(
        db,
        ordered.map(({ id }) => id),
      ))
        visits.set(visit.id, visit)
      return ordered.flatMap(({ id, number, name }): OutputCell[][] => {
        const visit = visits.get(id)
        if (!visit) return []
        return [
          [
            number,
            name,
            { kind: 'minute', value: visit.visitedAt },
            lists('channel', visit.channel),
            joinWords(visit.contactNames, between[language]),
            visit.staffName,
            lists('purpose', visit.purpose),
            visit.situation,
            lists('result', visit.result),
            visit.resultNote,
            visit.mood,
            visit.decisionNote,
            visit.preparation,
            visit.approach,
            visit.durationMinutes === null ? null : { kind: 'number', value: visit.durationMinutes },
          ],
        ]
      })
    },
  }
}

export async function followUpSheet(db: Db, wanted: Wanted): Promise<PagedSheet> {
  const { language } = wanted
  const lists = await choiceLists(db, 'followUp', wanted)
  const words = statusWords[language]
  return {
    columns: [...customerColumns, ...followUpColumns].map((column) => head(column, language)),
    async rowsOf(ids) {
      const rows = await db
        .selectFrom('follow_ups')
        .innerJoin('customers', 'customers.id', 'follow_ups.customer_id')
        .selectAll('follow_ups')
        .select(['customers.number as customer_number', 'customers.name as customer_name'])
        .where('customer_id', 'in', among<CustomerId>(ids))
        .orderBy('due_on')
        .orderBy('follow_ups.id')
        .execute()
      return inOrder(ids, rows).map((row) => [
        row.customer_number,
        row.customer_name,
        dayCell(row.due_on),
        row.due_time,
        lists('followUpKind', row.kind),
        row.title,
        row.content,
        row.place,
        { kind: 'boolean' as const, value: row.priority === 'high' },
        words[row.status],
        row.closed_minute === null ? null : { kind: 'minute' as const, value: row.closed_minute },
        row.outcome,
      ])
    },
  }
}

const statusWords = {
  'zh-CN': { open: '待办', done: '已完成', skipped: '已跳过', cancelled: '已取消' },
  en: { open: 'Open', done: 'Done', skipped: 'Skipped', cancelled: 'Cancelled' },
} as const

function labelOf({ labelZh, labelEn }: RecordColumn, language: Language): string {
  return language === 'en' ? labelEn : labelZh
}

function head(column: RecordColumn, language: Language): OutputColumn {
  return { header: labelOf(column, language), width: column.width }
}

/** Rows of the page in the order of its customers; the database gives them in their own. */
function inOrder<Row extends { customer_id: CustomerId }>(ids: readonly CustomerId[], rows: readonly Row[]): Row[] {
  const byCustomer = Map.groupBy(rows, ({ customer_id }) => customer_id)
  return ids.flatMap((id) => byCustomer.get(id) ?? [])
}

async function choiceLists(db: Db, owner: 'contact' | 'visit' | 'followUp', { language, withSensitive }: Wanted) {
  const fields = await fieldsByKey(db, owner)
  return (key: string, value: string | null): OutputCell => {
    const field = fields.get(key)
    if (value === null || (field?.sensitive && !withSensitive)) return null
    return choiceText(field?.choices ?? [], value, language)
  }
}
