import type { Field, FieldDraft, Layout } from '#contract/fields.ts'
import type { ColumnPlan, ImportPlan } from '#contract/imports.ts'
import { addressPlaces } from './address-pieces.ts'
import type { OpenSource } from './open-sources.ts'
import { channelOfHeader, type PlannedColumn, type RowReading } from './read-row.ts'
import { definitionOf, targetField, type TargetField } from './target-fields.ts'

export interface CompiledPlan {
  readonly reading: RowReading
  /** `customer.grade` and the like: fields whose column replaces what is there. */
  readonly overwrites: ReadonlySet<string>
  /** How a visit was made when the file does not say. */
  readonly channel: string
}

/** A plan made ready for reading rows. `newFields` are the fields made for columns without one, by column. */
export function compilePlan(
  plan: ImportPlan,
  opened: OpenSource,
  layout: Layout,
  newFields: ReadonlyMap<number, Field>,
): CompiledPlan {
  const headers = opened.header.names
  const columns = plan.columns.flatMap((column): PlannedColumn[] => {
    const field = fieldOf(column, layout, newFields)
    return field ? [{ column: column.column, header: headers[column.column] ?? '', field, plan: column }] : []
  })
  const replacing = columns.filter(({ plan: { existing } }) => existing === 'overwrite')
  const visited = columns.find(({ field }) => field.owner === 'visit' && field.field === 'visitedAt')
  return {
    reading: {
      columns,
      addressPlaces: addressPlaces(columns),
      width: widthOf(opened),
      isText: opened.sheet.summary.format === 'text',
      badValues: plan.badValues,
    },
    overwrites: new Set(replacing.map(({ field }) => `${field.owner}.${field.field}`)),
    channel: channelOfHeader(visited?.header ?? ''),
  }
}

/** The fields that columns ask for, to be shown in a dry run: not written anywhere. */
export function imaginedFields(plan: ImportPlan, opened: OpenSource, layout: Layout): Map<number, Field> {
  const drafts = newFieldDrafts(plan, opened, layout)
  return new Map(
    drafts.map(({ column, draft }) => {
      const choices = draft.choices.map((choice, index) => ({ ...choice, key: `c${index + 1}`, hidden: false }))
      return [column, definitionOf('customer', `new:${column}`, draft.type, choices)]
    }),
  )
}

export function newFieldDrafts(
  plan: ImportPlan,
  opened: OpenSource,
  layout: Layout,
): { column: number; draft: FieldDraft }[] {
  return plan.columns.flatMap(({ column, to }) => {
    if (to.kind !== 'newField') return []
    const isList = to.type === 'choice' || to.type === 'choices'
    const values = isList ? (opened.profiles[column]?.values ?? []) : []
    const choices = values.map(({ text }) => text.trim().slice(0, 60)).filter((text) => text !== '')
    const draft: FieldDraft = {
      owner: 'customer',
      labelZh: to.label,
      labelEn: to.label,
      type: isList && choices.length === 0 ? 'text' : to.type,
      section: (layout.sections.find(({ key }) => key === 'notes') ?? layout.sections.at(-1))?.key ?? null,
      choices: [...new Set(choices)].map((text) => ({ labelZh: text, labelEn: text })),
    }
    return [{ column, draft }]
  })
}

function fieldOf(
  { column, to }: ColumnPlan,
  layout: Layout,
  newFields: ReadonlyMap<number, Field>,
): TargetField | undefined {
  if (to.kind === 'field') return targetField(layout, to)
  const made = to.kind === 'newField' ? newFields.get(column) : undefined
  return made && { owner: 'customer', field: made.key, part: null, type: made.type, definition: made }
}

/** Cells past the last name have slipped there, unless so many rows have one that the header merely left it unnamed. */
function widthOf({ header, profiles, sheet }: OpenSource): number {
  if (header.row === null) return sheet.summary.width
  const named = header.names.findLastIndex((name) => name !== '') + 1
  const rows = Math.max(...profiles.map(({ filled }) => filled), 1)
  return profiles.slice(named).some(({ filled }) => filled > rows / 2) ? sheet.summary.width : named
}
