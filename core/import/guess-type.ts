import type { FieldType } from '#contract/fields.ts'
import type { ColumnProfile } from '../sheets/profile-columns.ts'

/** The type of a new field that would hold nearly everything the column holds. */
export function guessType(header: string, profile: ColumnProfile): FieldType {
  const { filled } = profile
  const nearlyAll = (count: number) => filled > 0 && count / filled >= 0.95
  if (nearlyAll(profile.dates)) return profile.lunarDates + profile.partialDates > 0 ? 'partialDate' : 'date'
  if (nearlyAll(profile.emails)) return 'email'
  if (nearlyAll(profile.links)) return 'link'
  if (nearlyAll(profile.yesNo) && (profile.values?.length ?? 9) <= 4 && !nearlyAll(profile.numbers)) return 'yesNo'
  if (nearlyAll(profile.numbers)) {
    if (/额|价|款|费|金|收入|余额|amount|price|total|revenue|balance|cost/i.test(header)) return 'money'
    return isCode(header, profile) ? 'text' : 'number'
  }
  if (profile.multiline > 0 || profile.longest > 80) return 'longText'
  return isShortList(profile) ? 'choice' : 'text'
}

/** Digits that count nothing: numbers of cards and accounts, codes with leading zeros. */
function isCode(header: string, profile: ColumnProfile): boolean {
  return /号|码|编|id$|no\.?$|code/i.test(header) || profile.samples.some((text) => /^0\d|^\d{12,}$/.test(text))
}

function isShortList({ values, filled, longest }: ColumnProfile): boolean {
  return values !== null && values.length >= 2 && values.length <= 12 && filled >= values.length * 3 && longest <= 20
}
