import type { Field, Layout } from '#contract/fields.ts'
import type { ColumnPlan, ImportColumn, ImportField, ImportPart, ImportTarget, MatchKey } from '#contract/imports.ts'
import { ownerField } from '../fields/field-queries.ts'
import { readSeveralHead } from '../fields/record-columns.ts'
import type { ColumnProfile } from '../sheets/profile-columns.ts'
import { guessType } from './guess-type.ts'
import {
  foldHeader,
  isComputedHeader,
  knownHeader,
  type KnownHeader,
  takesSeveral,
  withoutBrackets,
} from './known-headers.ts'
import { importTargets } from './target-fields.ts'

export interface Proposal {
  readonly to: ImportTarget
  readonly how: ImportColumn['how']
}

/** More unknown columns than these are another program's insides rather than what a shop keeps about its customers. */
const MOST_NEW_FIELDS = 8

const skip: ImportTarget = { kind: 'skip' }

/** Where every column goes, as far as its name and content tell. */
export function proposeColumns(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  layout: Layout,
): Proposal[] {
  const isOurs = headers.some((header) => labelled(layout, header)?.key === 'number')
  const known = settleNames(
    headers.map((header, index) => {
      const found = byName(header, layout)
      const isOwner = found?.target.kind === 'field' && found.target.field === ownerField
      if (!isOwner || isOurs || namesStaff(profiles[index], layout)) return found
      // In other people's lists 负责人 is whom one deals with.
      return { ...found, target: fieldTarget('contact', 'name') }
    }),
  )
  const proposals = known.map((found, index): Proposal => {
    const profile = profiles[index]
    if (found) return { to: found.target, how: profile?.filled === 0 ? 'none' : found.how }
    return (profile && byContent(profile, headers[index] ?? '')) ?? { to: skip, how: 'none' }
  })
  const settled = proposals.map((proposal, index) =>
    profiles[index]?.filled === 0 ? { to: skip, how: 'none' as const } : proposal,
  )
  return withNewFields(firstOnly(settled, headers), headers, profiles)
}

interface Found {
  readonly target: ImportTarget
  readonly how: 'label' | 'synonym'
  readonly known: KnownHeader | undefined
}

/** The layout's own labels first: an export of ours, or a field the owner has named. */
function byName(header: string, layout: Layout): Found | undefined {
  const folded = foldHeader(header)
  if (folded === '') return undefined
  const known = knownHeader(header)
  const own = labelled(layout, header)
  if (own?.key === 'primaryContact') return { target: fieldTarget('contact', 'name'), how: 'label', known: undefined }
  const isTarget = importTargets(layout).some(({ owner, field }) => owner === 'customer' && field === own?.key)
  if ((own && !isTarget) || isComputedHeader(header)) return { target: skip, how: 'label', known: undefined }
  if (own && own.key !== 'name') {
    return {
      target: fieldTarget('customer', own.key),
      how: 'label',
      known: known?.field === own.key ? known : undefined,
    }
  }
  const several = own ? undefined : severalByName(header, layout)
  if (several) return several
  if (!known) return undefined
  const exists = importTargets(layout).some(({ owner, field }) => owner === known.owner && field === known.field)
  if (!exists) return undefined
  const { owner, field, part } = known
  return { target: { kind: 'field', owner, field, part }, how: own ? 'label' : 'synonym', known }
}

/** 电话 2, 地址 省市区: a column of a field that takes several, by the name the owner gave it. */
function severalByName(header: string, layout: Layout): Found | undefined {
  const several = readSeveralHead(header)
  const own = several && labelled(layout, several.label)
  if (!own || !takesSeveral(own.key, several.piece)) return undefined
  const known = knownHeader(several.label)
  return {
    target: { kind: 'field', owner: 'customer', field: own.key, part: several.piece },
    how: 'label',
    known: known?.field === own.key ? known : undefined,
  }
}

function labelled({ fields }: Layout, header: string): Field | undefined {
  const folded = foldHeader(header)
  const bare = foldHeader(withoutBrackets(header))
  const fits = (wanted: string) =>
    fields.find(
      ({ owner, labelZh, labelEn }) =>
        owner === 'customer' && [labelZh, labelEn].some((label) => foldHeader(label) === wanted),
    )
  return fits(folded) ?? (bare === '' ? undefined : fits(bare))
}

/** Who of ours looks after whom: known names, or few names for many rows. */
function namesStaff(profile: ColumnProfile | undefined, { fields }: Layout): boolean {
  const values = profile?.values
  if (!profile || !values) return false
  const staff = new Set(fields.find(({ key }) => key === ownerField)?.choices.map(({ labelZh }) => labelZh))
  return (
    values.every(({ text }) => staff.has(text.trim())) || (profile.filled >= 12 && values.length * 4 <= profile.filled)
  )
}

function fieldTarget(owner: ImportField['owner'], field: string): ImportTarget {
  return { kind: 'field', owner, field, part: null }
}

/**
 * Whose name each name column holds. With a firm's name and a person's in one sheet, the firm is the customer and the
 * person its contact, along with what is personal (手机, 微信, 生日); alone, either is the customer.
 */
function settleNames(found: readonly (Found | undefined)[]): (Found | undefined)[] {
  const has = (nameOf: KnownHeader['nameOf']) => found.some((one) => one?.known?.nameOf === nameOf)
  const hasContact = found.some(
    (one) => one?.target.kind === 'field' && one.target.owner === 'contact' && one.target.field === 'name',
  )
  const firmIsCustomer = has('company') && (has('person') || hasContact) && !has('customer')
  const personIsContact = firmIsCustomer || (has('customer') && has('person') && !hasContact)
  return found.map((one) => {
    if (!one?.known || one.target.kind !== 'field') return one
    const { nameOf, isPersonal } = one.known
    const toContact = { ...one, target: { ...one.target, owner: 'contact' as const } }
    if (nameOf === 'person' && personIsContact) return hasContact && firmIsCustomer ? undefined : toContact
    if (nameOf === 'company' && has('customer')) return undefined
    if (isPersonal && firmIsCustomer) return toContact
    return one
  })
}

function byContent(profile: ColumnProfile, header: string): Proposal | undefined {
  if (profile.filled === 0 || header !== '') return undefined
  const share = (count: number) => count / profile.filled
  if (share(profile.emails) > 0.8) return { to: fieldTarget('customer', 'email'), how: 'content' }
  if (
    share(profile.phones) > 0.8 &&
    profile.samples.some((text) => /^(?:\+?86)?1\d{10}$/.test(text.replace(/\D/g, '')))
  ) {
    return { to: fieldTarget('customer', 'phones'), how: 'content' }
  }
  return undefined
}

const gathering: ReadonlySet<string> = new Set(['phones', 'notes'])

/** What a whole address often leaves out: 省, 市, 区 and 详细地址 in columns of their own. */
const besideWhole: ReadonlySet<ImportPart> = new Set(['area', 'region', 'city', 'district', 'postcode', 'label'])

/** Only one column can be a field, but for those that gather; a name in pieces gives way to a whole one. */
function firstOnly(proposals: readonly Proposal[], headers: readonly string[]): Proposal[] {
  const taken = new Set<string>()
  const whole = new Set(
    proposals.flatMap(({ to }) => (to.kind === 'field' && to.part === null ? [`${to.owner}.${to.field}`] : [])),
  )
  return proposals.map((proposal, index) => {
    const { to } = proposal
    if (to.kind !== 'field') return proposal
    const field = `${to.owner}.${to.field}`
    const several = readSeveralHead(headers[index] ?? '')
    const isCounted = several !== undefined && takesSeveral(to.field, several.piece)
    if (to.part !== null && !isCounted && !besideWhole.has(to.part) && whole.has(field))
      return { to: skip, how: 'none' }
    const place = `${field}.${to.part ?? ''}.${isCounted ? several.place : 1}`
    if (to.part === 'label') return proposal
    if (taken.has(place) && !gathering.has(to.field)) return { to: skip, how: 'none' }
    taken.add(place)
    return proposal
  })
}

function withNewFields(
  proposals: readonly Proposal[],
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): Proposal[] {
  const rows = Math.max(...profiles.map(({ filled }) => filled), 0)
  const isWorthAField = (index: number) => {
    const [proposal, header = '', profile] = [proposals[index], headers[index], profiles[index]]
    const isFree = proposal?.to.kind === 'skip' && proposal.how === 'none' && !knownHeader(header)
    const isTechnical = /^_|id$|guid|hash|token|^(?:index|序号|no\.?|编码|内部编码|row id|行 id)$/i.test(header.trim())
    return isFree && header !== '' && header.length <= 60 && !isTechnical && (profile?.filled ?? 0) >= rows * 0.3
  }
  const worthy = proposals.map((_, index) => isWorthAField(index))
  if (worthy.filter(Boolean).length > MOST_NEW_FIELDS) return [...proposals]
  const labels = new Set<string>()
  return proposals.map((proposal, index) => {
    const [label = '', profile] = [headers[index], profiles[index]]
    if (!worthy[index] || !profile || labels.has(foldHeader(label))) return proposal
    labels.add(foldHeader(label))
    return { to: { kind: 'newField', label, type: guessType(label, profile) }, how: 'content' }
  })
}

/** The keys by which rows can find their customers, the surest first. */
export function possibleMatchKeys(columns: readonly Pick<ColumnPlan, 'to'>[]): MatchKey[] {
  const has = (field: string) =>
    columns.some(({ to }) => to.kind === 'field' && to.owner !== 'visit' && to.field === field)
  const keys: MatchKey[] = []
  if (has('number')) keys.push('number')
  if (has('phones') && has('name')) keys.push('nameAndPhone')
  if (has('phones')) keys.push('phone')
  if (has('wechat')) keys.push('wechat')
  if (has('name')) keys.push('name')
  return [...keys, 'none']
}

export function usualMatchKey(keys: readonly MatchKey[]): MatchKey {
  return keys.find((key) => key !== 'phone') ?? 'none'
}
