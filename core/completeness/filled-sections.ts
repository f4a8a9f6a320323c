/** A section that counts, with the keys of the fields one may fill it with. */
export interface CountedSection {
  readonly key: string
  readonly weight: number
  readonly fields: readonly string[]
}

export interface Completeness {
  /** Of the weights of all sections that count, rounded. 100 when none does. */
  readonly percent: number
  readonly filled: number
  readonly of: number
  /** Keys of the sections that hold nothing, those that do not count included. */
  readonly empty: readonly string[]
}

interface SectionShape {
  readonly key: string
  readonly hidden: boolean
  readonly weight: number
}

interface FieldShape {
  readonly key: string
  readonly owner: string
  readonly section: string | null
  readonly hidden: boolean
  readonly retired: boolean
}

/** The sections one sees, each with its fields in use. One without any cannot be filled and is left out. */
export function countedSections(sections: readonly SectionShape[], fields: readonly FieldShape[]): CountedSection[] {
  const inUse = fields.filter(({ owner, hidden, retired }) => owner === 'customer' && !hidden && !retired)
  const bySection = Map.groupBy(inUse, ({ section }) => section)
  return sections
    .filter(({ key, hidden }) => !hidden && bySection.has(key))
    .map(({ key, weight }) => ({ key, weight, fields: (bySection.get(key) ?? []).map((field) => field.key) }))
}

/** A section is filled as soon as one of its fields holds something. */
export function completenessOf(sections: readonly CountedSection[], holds: (field: string) => boolean): Completeness {
  const empty = sections.filter(({ fields }) => !fields.some(holds)).map(({ key }) => key)
  const counting = sections.filter(({ weight }) => weight > 0)
  const filled = counting.filter(({ key }) => !empty.includes(key))
  const all = sumOf(counting)
  return {
    percent: all === 0 ? 100 : Math.round((100 * sumOf(filled)) / all),
    filled: filled.length,
    of: counting.length,
    empty,
  }
}

function sumOf(sections: readonly CountedSection[]): number {
  return sections.reduce((sum, { weight }) => sum + weight, 0)
}
