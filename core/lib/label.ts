import type { Language } from '#contract/common.ts'

export interface Labels {
  readonly labelZh: string
  readonly labelEn: string
}

export function labelIn(language: Language, { labelZh, labelEn }: Labels): string {
  return language === 'en' ? labelEn : labelZh
}

/** Two labels that nobody could tell apart in a list, or in the header of a sheet, whatever their language. */
export function sameLabels(one: Labels, other: Labels): boolean {
  const own = new Set([fold(one.labelZh), fold(one.labelEn)])
  return own.has(fold(other.labelZh)) || own.has(fold(other.labelEn))
}

function fold(label: string): string {
  return label.normalize('NFKC').trim().toLowerCase()
}
