import type { FieldType } from '#contract/fields.ts'
import type { ColumnPlan, ColumnRemark } from '#contract/imports.ts'
import { partialDateOf } from '#contract/partial-date.ts'
import { readDateText } from '../sheets/date-text.ts'
import type { ColumnProfile } from '../sheets/profile-columns.ts'
import { readFieldCell } from '../sheets/read-field-cell.ts'
import type { TargetField } from './target-fields.ts'

/** What a person should know about a column before its values go into this field. */
export function columnRemarks(
  profile: ColumnProfile,
  plan: ColumnPlan,
  field: TargetField | undefined,
  isHidden: boolean,
): ColumnRemark[] {
  const remarks: ColumnRemark[] = []
  const remark = (
    kind: ColumnRemark['remark'],
    count: number,
    example = profile.samples[0] ?? '',
    readAs = '',
    rows: readonly number[] = [],
  ) => {
    if (count > 0) remarks.push({ remark: kind, count, example, readAs, rows: [...rows] })
  }
  if (isHidden) remark('hiddenColumn', profile.filled)
  if (plan.to.kind === 'skip') return remarks
  remark('errorCells', profile.errors, '#N/A')

  const type: FieldType | 'minute' = plan.to.kind === 'newField' ? plan.to.type : (field?.type ?? 'text')
  if (type === 'phone' || type === 'text')
    remark(
      'roundedNumbers',
      profile.rounded,
      profile.samples.find((text) => /E\+/i.test(text)),
      '',
      profile.roundedRows,
    )
  if (type === 'date' || type === 'partialDate' || type === 'minute') dateRemarks(profile, plan, remark)
  if ((type === 'choice' || type === 'choices') && plan.to.kind === 'field' && field)
    choiceRemarks(profile, field, remark)
  return remarks
}

type Remark = (kind: ColumnRemark['remark'], count: number, example?: string, readAs?: string) => void

function dateRemarks(profile: ColumnProfile, plan: ColumnPlan, remark: Remark): void {
  if (profile.dayOrder === null && profile.eitherOrder > 0) {
    const example = profile.samples.find((text) => readDateText(text)?.order === 'either')
    remark('ambiguousDates', profile.eitherOrder, example, example && dateShown(example, plan))
  }
  if (profile.dayOrder === 'mixed') remark('mixedDates', profile.eitherOrder || 1)
  const lunar = profile.samples.find((text) => readDateText(text)?.parts.calendar === 'lunar')
  remark('lunarDates', profile.lunarDates, lunar, lunar && dateShown(lunar, plan))
  const unreadable = profile.samples.find((text) => readDateText(text) === undefined)
  remark('unreadableDates', Math.max(profile.filled - profile.dates, 0), unreadable)
}

function dateShown(text: string, plan: ColumnPlan): string {
  const date = readDateText(text, plan.dayOrder ?? 'monthFirst')
  return date ? partialDateOf(date.parts) : ''
}

function choiceRemarks(profile: ColumnProfile, field: TargetField, remark: Remark): void {
  const values = profile.values ?? profile.samples.map((text) => ({ text, count: 1 }))
  const read = values.map(({ text, count }) => ({
    text,
    count,
    reading: readFieldCell(text, field.definition, 'monthFirst'),
  }))
  const unknown = read.filter(({ reading }) => 'problem' in reading)
  const taken = read.find(
    ({ text, reading }) =>
      'value' in reading &&
      !field.definition.choices.some(({ key, labelZh, labelEn }) => [key, labelZh, labelEn].includes(text)),
  )
  remark(
    'unknownChoices',
    unknown.reduce((sum, { count }) => sum + count, 0),
    unknown[0]?.text,
  )
  if (!taken || !('value' in taken.reading)) return
  const key = taken.reading.value
  remark(
    'choicesRead',
    values.length,
    taken.text,
    field.definition.choices.find((choice) => choice.key === key)?.labelZh ?? String(key),
  )
}
