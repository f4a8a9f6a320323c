import type { Address } from '#contract/addresses.ts'
import type { ImportPart } from '#contract/imports.ts'
import { readSeveralHead } from '../fields/record-columns.ts'
import type { PlannedColumn } from './read-row.ts'

/** An address as a row tells it. */
export type AddressValue = Omit<Address, 'id'>

/** `whole`: a column that says the address, or all of it that no other column says. */
export type AddressPiece = Exclude<ImportPart, 'familyName' | 'middleName' | 'givenName'> | 'whole'

const longest = { label: 20, area: 200, street: 500, postcode: 20 } as const

/** Which address of the row each column belongs to, from 1: as its header counts, else in the order of like columns. */
export function addressPlaces(columns: readonly PlannedColumn[]): Map<number, number> {
  const places = new Map<number, number>()
  const taken = new Set<string>()
  for (const { column, header, field } of columns) {
    if (field.field !== 'address') continue
    let place = readSeveralHead(header)?.place ?? 1
    while (taken.has(`${field.part} ${place}`)) place++
    taken.add(`${field.part} ${place}`)
    places.set(column, place)
  }
  return places
}

/** The address that these pieces make; null when they say nothing, `tooLong` when it does not fit. */
export function addressOf(pieces: ReadonlyMap<AddressPiece, string>): AddressValue | 'tooLong' | null {
  const get = (piece: AddressPiece) => (pieces.get(piece) ?? '').replace(/\s*\n\s*/g, ' ').trim()
  const whole = get('whole')
  // 浙江省 and 杭州市 beside 杭州市西湖区…: what the whole says itself is not said twice.
  const places = [get('region'), get('city'), get('district')].filter((place) => !whole.includes(place))
  const isChinese = /\p{Script=Han}/u.test([...pieces.values()].join(''))
  const written = [whole, get('street')].filter(Boolean).join(isChinese ? '' : ', ')
  const address = {
    label: get('label'),
    area: get('area') || (isChinese ? places.join('') : ''),
    street: isChinese
      ? written
      : [written, ...places.toReversed(), countryOf(get('country'), whole)].filter(Boolean).join(', '),
    postcode: get('postcode'),
  }
  if (address.area === '' && address.street === '') return null
  const fits = (['label', 'area', 'street', 'postcode'] as const).every((part) => address[part].length <= longest[part])
  return fits ? address : 'tooLong'
}

function countryOf(country: string, whole: string): string {
  return whole.includes(country) ? '' : country
}

/** Two ways to write one address: with its parts apart or together, with blanks or without. */
export function sameAddress(one: AddressValue, other: AddressValue): boolean {
  return plain(one) === plain(other)
}

function plain({ area, street }: AddressValue): string {
  return (area + street)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，、.·-]/g, '')
}
