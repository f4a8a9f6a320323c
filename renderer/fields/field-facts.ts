import { type Field, OwnFieldType } from '#contract/fields.ts'

/** Without it there is no record, so it is always asked for and always shown. */
export function isEssential({ shipped, storage, required }: Field): boolean {
  return shipped && storage === 'column' && required
}

/** A list of choices that is the owner's to change. The staff are changed as staff. */
export function hasOwnChoices({ owner, key, type }: Field): boolean {
  return (type === 'choice' || type === 'choices') && !(owner === 'customer' && key === 'owner')
}

/** The kinds of customers are what the program knows; they can be called otherwise. */
export function hasFixedChoices({ owner, key }: Field): boolean {
  return owner === 'customer' && key === 'kind'
}

/** What a field can be turned into: a shipped one stays what the program takes it for. */
export function typesFor({ type, shipped }: Field): readonly Field['type'][] {
  return shipped ? [type] : OwnFieldType.options
}

/** A line for each choice. The same line twice is one. */
export function choicesOf(lines: string): { labelZh: string; labelEn: string }[] {
  const labels = lines.split('\n').map((line) => line.trim())
  return [...new Set(labels.filter((label) => label !== ''))].map((label) => ({ labelZh: label, labelEn: label }))
}

/** A name given in one language stands for both. */
export function bothLabels(labelZh: string, labelEn: string): { labelZh: string; labelEn: string } {
  return { labelZh: labelZh.trim() || labelEn.trim(), labelEn: labelEn.trim() || labelZh.trim() }
}
