/** Everything of a customer or a contact that search looks at. What a contact lacks is empty. */
export interface SearchSource {
  readonly name: string
  readonly reading: string
  readonly shortName: string
  readonly number: string
  readonly wechat: string
  /** Digits of the phones. */
  readonly phones: readonly string[]
  /** Region and address: found last. */
  readonly text: string
}

export function packSource(source: SearchSource): string {
  const { name, reading, shortName, number, wechat, phones, text } = source
  return JSON.stringify([name, reading, shortName, number, wechat, phones, text])
}

export function unpackSource(packed: string): SearchSource {
  const [name, reading, shortName, number, wechat, phones, text] = JSON.parse(packed)
  return { name, reading, shortName, number, wechat, phones, text }
}
