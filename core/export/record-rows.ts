import type { CustomerId, Language } from '#contract/common.ts'
import type { Field, FieldType, Layout } from '#contract/fields.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { joinPhones } from '../sheets/phones-text.ts'
import type { OutputCell } from '../sheets/sheet-output.ts'
import { writeFieldCell } from '../sheets/write-field-cell.ts'

/** What the sheets beside the customers' hold, for a page of customers. */
export type RecordRows = (
  db: Db,
  ids: readonly CustomerId[],
  layout: Layout,
  language: Language,
) => Promise<OutputCell[][]>

export const contactRows: RecordRows = async (db, ids, layout, language) => {
  const contacts = await db
    .selectFrom('contacts')
    .innerJoin('customers', 'customers.id', 'contacts.customer_id')
    .selectAll('contacts')
    .select(['customers.number', 'customers.name as customerName'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('contacts.position')
    .orderBy('contacts.id')
    .execute()
  const phones = await db
    .selectFrom('phones')
    .select(['contact_id as contactId', 'label', 'number'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .where('contact_id', 'is not', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const byContact = Map.groupBy(phones, ({ contactId }) => contactId)
  const choice = choiceCell(layout, 'contact', language)
  return contacts.map((contact) => [
    contact.number,
    contact.customerName,
    contact.name,
    contact.title,
    choice('role', contact.role),
    { kind: 'boolean', value: contact.is_decision_maker === 1 },
    { kind: 'boolean', value: contact.is_primary === 1 },
    joinPhones(byContact.get(contact.id) ?? []),
    contact.wechat,
    contact.email,
    writeFieldCell(contact.birthday, fieldOf('partialDate'), language),
    contact.hometown,
    choice('preferredChannel', contact.preferred_channel),
    contact.relation,
    contact.notes,
  ])
}

export const visitRows: RecordRows = async (db, ids, layout, language) => {
  const visits = await db
    .selectFrom('visits')
    .innerJoin('customers', 'customers.id', 'visits.customer_id')
    .leftJoin('staff', 'staff.id', 'visits.staff_id')
    .selectAll('visits')
    .select(['customers.number', 'customers.name as customerName', 'staff.name as staffName'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('visited_at')
    .orderBy('visits.id')
    .execute()
  const met = await db
    .selectFrom('visit_contacts')
    .innerJoin('contacts', 'contacts.id', 'visit_contacts.contact_id')
    .select(['visit_contacts.visit_id as visitId', 'contacts.name'])
    .where('contacts.customer_id', 'in', among<CustomerId>(ids))
    .execute()
  const metAt = Map.groupBy(met, ({ visitId }) => visitId)
  const choice = choiceCell(layout, 'visit', language)
  return visits.map((visit) => [
    visit.number,
    visit.customerName,
    { kind: 'minute', value: visit.visited_at },
    choice('channel', visit.channel),
    visit.staffName ?? '',
    (metAt.get(visit.id) ?? []).map(({ name }) => name).join('、'),
    choice('purpose', visit.purpose),
    visit.situation,
    choice('result', visit.result),
    visit.result_note,
    visit.mood,
    visit.decision_note,
    visit.preparation,
    visit.approach,
    visit.duration_minutes === null ? null : { kind: 'number', value: visit.duration_minutes },
  ])
}

const statusWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': { open: '待办', done: '已完成', skipped: '已跳过', cancelled: '已取消' },
  en: { open: 'Open', done: 'Done', skipped: 'Skipped', cancelled: 'Cancelled' },
}

export const followUpRows: RecordRows = async (db, ids, layout, language) => {
  const followUps = await db
    .selectFrom('follow_ups')
    .innerJoin('customers', 'customers.id', 'follow_ups.customer_id')
    .selectAll('follow_ups')
    .select(['customers.number', 'customers.name as customerName'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('due_on')
    .orderBy('follow_ups.id')
    .execute()
  const choice = choiceCell(layout, 'followUp', language)
  return followUps.map((followUp) => [
    followUp.number,
    followUp.customerName,
    { kind: 'day', value: followUp.due_on },
    followUp.due_time,
    choice('followUpKind', followUp.kind),
    followUp.title,
    followUp.content,
    followUp.place,
    statusWords[language][followUp.status] ?? followUp.status,
    followUp.outcome,
  ])
}

function choiceCell(layout: Layout, owner: Field['owner'], language: Language) {
  return (key: string, value: string | null): OutputCell => {
    const field = layout.fields.find((candidate) => candidate.owner === owner && candidate.key === key)
    return field ? writeFieldCell(value, field, language) : value
  }
}

function fieldOf(type: FieldType): Pick<Field, 'type' | 'choices'> {
  return { type, choices: [] }
}
