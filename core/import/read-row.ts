import type { FieldValue } from '#contract/fields.ts'
import type { ColumnPlan, ImportPart, ImportProblem, RowProblem } from '#contract/imports.ts'
import { cleanText } from '#contract/text.ts'
import { checkValue } from '../fields/field-value.ts'
import { type Cell, type Row, textOf } from '../sheets/cell.ts'
import { unguardFormula } from '../sheets/formula-text.ts'
import { splitPhones, type LabelledPhone } from '../sheets/phones-text.ts'
import { joinWords, splitWords } from '../sheets/words-text.ts'
import { type AddressPiece, type AddressValue, addressOf } from './address-pieces.ts'
import { isNothing, readFieldCell, readMinuteCell } from '../sheets/read-field-cell.ts'
import { isPlainPhoneHeader, knownHeader } from './known-headers.ts'
import type { TargetField } from './target-fields.ts'

export interface PlannedColumn {
  readonly column: number
  readonly header: string
  readonly field: TargetField
  readonly plan: ColumnPlan
}

export interface RowReading {
  readonly columns: readonly PlannedColumn[]
  /** Which of the row's addresses a column belongs to. */
  readonly addressPlaces: ReadonlyMap<number, number>
  /** How many columns the header names; a filled cell past them means that the row has slipped. */
  readonly width: number
  /** Text files hold formulas behind a '. */
  readonly isText: boolean
  readonly badValues: 'leaveEmpty' | 'leaveOut'
}

export interface RecordDraft {
  readonly values: Record<string, FieldValue>
  readonly phones: LabelledPhone[]
}

export type ShownValue = FieldValue | readonly LabelledPhone[]

/** What one row says. */
export interface RowDraft {
  readonly row: number
  readonly customer: RecordDraft
  readonly addresses: readonly AddressValue[]
  readonly contact: RecordDraft | null
  readonly visit: Record<string, FieldValue> | null
  /** Names or numbers of other customers, by field. */
  readonly references: Readonly<Record<string, string>>
  /** The cells as they were understood, by column, when asked for. */
  readonly shown: ReadonlyMap<number, ShownValue>
  readonly problems: readonly ImportProblem[]
}

/** Reads a row by the plan. It never throws: whatever cannot be read is a problem of its cell or row. `isShown` keeps the values for a preview. */
export function readRow(row: Row, reading: RowReading, isShown = false): RowDraft {
  const problems: ImportProblem[] = []
  const customer: RecordDraft = { values: {}, phones: [] }
  const contact: RecordDraft = { values: {}, phones: [] }
  const visit: Record<string, FieldValue> = {}
  const parts = new Map<string, Map<string, string>>()
  const addresses = new Map<number, Map<AddressPiece, string>>()
  const references: Record<string, string> = {}
  const shown = new Map<number, ShownValue>()
  const show = (column: number, value: ShownValue) => void (isShown && shown.set(column, value))

  const report = (problem: RowProblem, column: number | null, isRowLeftOut: boolean) =>
    problems.push({
      row: row.number,
      column,
      value: column === null ? '' : textOf(row.cells[column]).slice(0, 200),
      problem,
      isRowLeftOut,
    })

  if (row.problem) report('unclosedQuote', null, true)
  if (reading.isText && row.cells.slice(reading.width).some((cell) => textOf(cell).trim() !== ''))
    report('tooManyCells', null, true)

  for (const planned of reading.columns) {
    const { column, field, plan } = planned
    const cell = prepared(row.cells[column] ?? '', reading.isText)
    if (cell === '') continue
    const record = field.owner === 'contact' ? contact : customer
    if (field.field === 'address') {
      const place = reading.addressPlaces.get(column) ?? 1
      const pieces = addresses.get(place) ?? new Map<AddressPiece, string>()
      addresses.set(place, pieces.set(pieceOf(field.part), textOf(cell).trim()))
      show(column, textOf(cell).trim())
      continue
    }
    if (field.part === 'label') continue
    if (field.part !== null) {
      const key = `${field.owner}.${field.field}`
      if (!parts.has(key)) parts.set(key, new Map())
      parts.get(key)?.set(field.part, textOf(cell).trim())
      show(column, textOf(cell).trim())
      continue
    }
    if (field.field === 'phones') {
      const phones =
        typeof cell !== 'string' && cell.kind === 'error' ? [] : phonesOf(cell, row, planned, reading.columns)
      record.phones.push(...phones)
      show(column, phones)
      continue
    }
    if (field.type === 'customer' || field.field === 'affiliate') {
      references[field.field] = textOf(cell).trim()
      show(column, textOf(cell).trim())
      continue
    }
    const read =
      field.type === 'minute'
        ? readMinuteCell(cell, plan.dayOrder ?? 'monthFirst')
        : readFieldCell(cell, field.definition, plan.dayOrder ?? 'monthFirst')
    const checked =
      'problem' in read || field.type === 'minute'
        ? read
        : checkValue({ ...field.definition, required: false }, read.value)
    if ('problem' in checked) {
      report(checked.problem, column, reading.badValues === 'leaveOut')
      continue
    }
    if (checked.value === null) continue
    show(column, checked.value)
    const values = field.owner === 'visit' ? visit : record.values
    const before = values[field.field]
    if (before === undefined)
      values[field.field] = field.field === 'influences' ? namesIn(checked.value) : checked.value
    else if (field.field === 'notes' && before !== checked.value)
      values[field.field] = `${String(before)}\n${String(checked.value)}`
  }
  putTogether(parts, customer, contact)
  const hasFirmColumn = reading.columns.some(({ field }) => field.owner === 'customer' && field.field === 'name')
  const drafts = settle(customer, contact, hasFirmColumn, report)
  const placed = [...addresses].toSorted(([one], [other]) => one - other).map(([, pieces]) => addressOf(pieces))
  if (placed.includes('tooLong')) report('tooLong', null, reading.badValues === 'leaveOut')
  return {
    row: row.number,
    ...drafts,
    addresses: placed.filter((address) => address !== null && address !== 'tooLong'),
    visit: visitOf(visit, report),
    references,
    shown,
    problems,
  }
}

function prepared(cell: Cell, isText: boolean): Cell {
  if (isNothing(cell)) return ''
  if (typeof cell !== 'string') return cell
  const { text } = cleanText(isText ? unguardFormula(cell) : cell)
  return text.trim() === '' ? '' : text
}

/** A phone's kind stands in a column of its own, or before the number, or is the name of one column among several. */
function phonesOf(
  cell: Cell,
  row: Row,
  { column, header, field }: PlannedColumn,
  columns: readonly PlannedColumn[],
): LabelledPhone[] {
  const next = columns.find(
    (other) => other.column > column && other.field.field === 'phones' && other.field.owner === field.owner,
  )
  if (next?.field.part === 'label') {
    return [{ label: textOf(row.cells[next.column]).trim().slice(0, 20), number: textOf(cell).trim().slice(0, 60) }]
  }
  const alike = columns.filter((other) => other.field.field === 'phones' && other.field.owner === field.owner)
  const label = alike.length > 1 && !isPlainPhoneHeader(header) ? header.slice(0, 20) : ''
  return splitPhones(textOf(cell)).map((phone) => ({
    label: (phone.label || label).slice(0, 20),
    number: phone.number.slice(0, 60),
  }))
}

function putTogether(
  parts: ReadonlyMap<string, ReadonlyMap<string, string>>,
  customer: RecordDraft,
  contact: RecordDraft,
): void {
  for (const [key, pieces] of parts) {
    const record = key.startsWith('contact') ? contact : customer
    record.values['name'] ??= nameOf(pieces)
  }
}

function nameOf(pieces: ReadonlyMap<string, string>): string {
  const [family = '', middle = '', given = ''] = ['familyName', 'middleName', 'givenName'].map((part) =>
    pieces.get(part),
  )
  const isChinese = /^\p{Script=Han}+$/u.test(family + given)
  return isChinese ? family + middle + given : [given, middle, family].filter(Boolean).join(' ')
}

/** Names in one form, whatever parts them in the file. */
function namesIn(value: FieldValue): string {
  return joinWords(splitWords(String(value)), '、')
}

function pieceOf(part: ImportPart | null): AddressPiece {
  return part === null || part === 'familyName' || part === 'middleName' || part === 'givenName' ? 'whole' : part
}

/** Settles who the customer is: a firm with a person, or, where the firm's name is missing, the person alone. */
function settle(
  customer: RecordDraft,
  contact: RecordDraft,
  hasFirmColumn: boolean,
  report: (problem: RowProblem, column: null, isRowLeftOut: boolean) => void,
) {
  const firm = String(customer.values['name'] ?? '').slice(0, 200)
  const person = String(contact.values['name'] ?? '').slice(0, 200)
  if (firm === '' && person === '' && customer.values['number'] === undefined) report('nameMissing', null, true)
  if (firm === '' && person !== '' && (hasFirmColumn || customer.values['number'] === undefined)) {
    const own = ['wechat', 'email', 'birthday', 'notes'].flatMap((key) =>
      contact.values[key] === undefined ? [] : [[key, contact.values[key]] as const],
    )
    const values = { kind: 'person', ...Object.fromEntries(own), ...customer.values, name: person }
    return { customer: { values, phones: [...contact.phones, ...customer.phones] }, contact: null }
  }
  const isContactEmpty = person === ''
  const kind =
    customer.values['kind'] ?? (firm === '' ? undefined : isContactEmpty && !looksLikeFirm(firm) ? 'person' : 'company')
  const values = { ...customer.values, ...(firm === '' ? {} : { name: firm }), ...(kind === undefined ? {} : { kind }) }
  // Phones of a contact without a name still reach the customer.
  if (isContactEmpty) return { customer: { values, phones: [...customer.phones, ...contact.phones] }, contact: null }
  return {
    customer: { values, phones: customer.phones },
    contact: { values: { ...contact.values, name: person }, phones: contact.phones },
  }
}

export function looksLikeFirm(name: string): boolean {
  return /公司|集团|厂$|店$|商行|商店|中心|医院|学校|大学|幼儿园|酒店|宾馆|饭店|餐厅|酒家|银行|研究院|研究所|事务所|工作室|合作社|经营部|门市部|超市|协会|局$|委员会|\b(?:inc|ltd|llc|gmbh|corp|co|plc|s\.?a|company|limited|group)\b\.?$/i.test(
    name,
  )
}

function visitOf(
  visit: Record<string, FieldValue>,
  report: (problem: RowProblem, column: null, isRowLeftOut: boolean) => void,
) {
  if (visit['visitedAt'] !== undefined) return visit
  if (visit['situation'] !== undefined) report('visitWithoutDay', null, false)
  return null
}

/** A visit of which only the day is known was made where its column says. */
export function channelOfHeader(header: string): string {
  if (/到店|来店|进店/.test(header)) return 'inShop'
  return knownHeader(header)?.field === 'visitedAt' && /拜访|visit/i.test(header) ? 'onSite' : 'phone'
}
