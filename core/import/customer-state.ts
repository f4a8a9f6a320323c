import type { ContactId, CustomerId } from '#contract/common.ts'
import type { FieldValue } from '#contract/fields.ts'
import { phoneDigits } from '#contract/phones.ts'
import { type AddressValue, sameAddress } from './address-pieces.ts'
import { type AffiliateName, splitAffiliates } from './affiliate-names.ts'
import type { LabelledPhone } from '../sheets/phones-text.ts'
import type { RecordDraft, RowDraft } from './read-row.ts'

export interface PhoneState extends LabelledPhone {
  readonly isNew: boolean
}

interface RecordState {
  readonly values: Record<string, FieldValue>
  readonly phones: PhoneState[]
  /** Keys of the values that differ from the file. */
  readonly changed: Set<string>
}

export interface ContactState extends RecordState {
  readonly id: ContactId | null
}

export interface AddressState extends AddressValue {
  /** Null for one that the file brings. */
  readonly id: number | null
  readonly isChanged: boolean
}

export interface VisitState {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly isNew: boolean
}

/** A customer as it stands while rows are laid over it: from the file, or new when `id` is null. */
export interface CustomerState extends RecordState {
  readonly id: CustomerId | null
  readonly addresses: AddressState[]
  /** Numbers and names of the customers it belongs together with. */
  readonly affiliates: ReadonlySet<string>
  readonly contacts: ContactState[]
  readonly visits: VisitState[]
  readonly references: Record<string, string>
}

export function newCustomerState(): CustomerState {
  const lists = { phones: [], addresses: [], affiliates: new Set<string>(), contacts: [], visits: [] }
  return { id: null, values: {}, changed: new Set(), references: {}, ...lists }
}

/** What a row adds. */
export interface LaidOver {
  readonly isChanged: boolean
  readonly contacts: number
  readonly visits: number
}

/**
 * Lays a row over what is known of its customer. An empty cell never takes anything away; a filled one fills what is
 * empty, or replaces it where its column says so. Phones, addresses, contacts, visits and tags are added to, never removed.
 */
export function layOver(state: CustomerState, draft: RowDraft, overwrites: ReadonlySet<string>): LaidOver {
  let isChanged = layRecord(state, draft.customer, 'customer', overwrites)
  for (const [place, address] of draft.addresses.entries()) {
    if (layAddress(state.addresses, address, place, overwrites.has('customer.address'))) isChanged = true
  }
  for (const [field, text] of Object.entries(draft.references)) {
    if (field === 'affiliate' && splitAffiliates(text).every((named) => isAffiliate(state, named))) continue
    if (!isEmpty(state.values[field]) && !overwrites.has(`customer.${field}`)) continue
    state.references[field] = text
    isChanged = true
  }
  let contacts = 0
  if (draft.contact) {
    const found = contactLike(state.contacts, draft.contact)
    const contact = found ?? { id: null, values: {}, phones: [], changed: new Set<string>() }
    if (!found) {
      state.contacts.push(contact)
      contacts++
    }
    if (layRecord(contact, draft.contact, 'contact', overwrites) || !found) isChanged = true
  }
  const isNewVisit =
    draft.visit !== null && !state.visits.some(({ values }) => visitKey(values) === visitKey(draft.visit ?? {}))
  if (draft.visit && isNewVisit) state.visits.push({ values: draft.visit, isNew: true })
  return { isChanged: isChanged || isNewVisit, contacts, visits: isNewVisit ? 1 : 0 }
}

function layRecord(
  state: RecordState,
  draft: RecordDraft,
  owner: 'customer' | 'contact',
  overwrites: ReadonlySet<string>,
): boolean {
  let isChanged = false
  for (const [key, value] of Object.entries(draft.values)) {
    const before = state.values[key]
    const after = key === 'tags' ? union(before, value) : value
    if (same(before, after)) continue
    if (!isEmpty(before) && key !== 'tags' && !overwrites.has(`${owner}.${key}`)) continue
    state.values[key] = after
    state.changed.add(key)
    isChanged = true
  }
  for (const phone of draft.phones) {
    if (state.phones.some((known) => samePhone(known, phone))) continue
    state.phones.push({ ...phone, isNew: true })
    isChanged = true
  }
  return isChanged
}

function isAffiliate({ affiliates }: CustomerState, { text, name }: AffiliateName): boolean {
  return affiliates.has(text) || affiliates.has(name)
}

/** Says whether anything is new: an address, or a part of one that was not known yet. */
function layAddress(known: AddressState[], address: AddressValue, nth: number, isOverwritten: boolean): boolean {
  const found = known.findIndex((one) => sameAddress(one, address))
  const at = found === -1 && isOverwritten && nth < known.length ? nth : found
  const before = known[at]
  if (!before) {
    known.push({ ...address, id: null, isChanged: true })
    return true
  }
  const place = found === -1 ? address : before
  const after: AddressValue = {
    label: place.label || before.label || address.label,
    area: place.area,
    street: place.street,
    postcode: place.postcode || before.postcode || address.postcode,
  }
  const isChanged = JSON.stringify(after) !== JSON.stringify(partsOf(before))
  if (isChanged) known[at] = { ...after, id: before.id, isChanged: true }
  return isChanged
}

function partsOf({ label, area, street, postcode }: AddressValue): AddressValue {
  return { label, area, street, postcode }
}

/** The same name; a contact without a namesake is another person, even at the same phone. */
function contactLike(contacts: readonly ContactState[], draft: RecordDraft): ContactState | undefined {
  return contacts.find(({ values }) => values['name'] === draft.values['name'])
}

function samePhone(one: LabelledPhone, other: LabelledPhone): boolean {
  if (one.number === other.number) return true
  const digits = phoneDigits(one.number)
  return digits.length >= 7 && digits === phoneDigits(other.number)
}

export function visitKey(values: Readonly<Record<string, FieldValue>>): string {
  return `${String(values['visitedAt'])}\n${String(values['situation'] ?? '')}`
}

function union(before: FieldValue | undefined, added: FieldValue): FieldValue {
  return [...new Set([...(Array.isArray(before) ? before : []), ...(Array.isArray(added) ? added : [])])]
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function same(one: FieldValue | undefined, other: FieldValue): boolean {
  return (
    one === other ||
    (Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((word, index) => word === other[index]))
  )
}
