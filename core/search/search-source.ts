/** Everything of a customer or a contact that search looks at. What a contact lacks is empty. */
export interface SearchSource {
  readonly name: string
  readonly reading: string
  /** As the surname is read in other words, when that differs: 单 is Shàn, and many type `dan`. */
  readonly otherReading: string
  readonly shortName: string
  readonly number: string
  readonly wechat: string
  /** Digits of the phones. */
  readonly phones: readonly string[]
  /** The region, then the addresses. */
  readonly addresses: readonly string[]
  readonly notes: readonly Note[]
}

/** A longer text and the key of the field it stands in; of a contact, empty. */
export type Note = readonly [field: string, text: string]

export function packSource(source: SearchSource): string {
  const { name, reading, otherReading, shortName, number, wechat, phones, addresses, notes } = source
  return JSON.stringify([name, reading, otherReading, shortName, number, wechat, phones, addresses, notes])
}

export function unpackSource(packed: string): SearchSource {
  const [name, reading, otherReading, shortName, number, wechat, phones, addresses, notes] = JSON.parse(packed)
  return { name, reading, otherReading, shortName, number, wechat, phones, addresses, notes }
}
