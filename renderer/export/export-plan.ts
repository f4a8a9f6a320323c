import type { CustomerQuery, CustomerSelection } from '#contract/customers.ts'
import type { ExportPlan } from '#contract/exports.ts'

export type Scope = 'selection' | 'view' | 'all'

/** What was chosen in the form. */
export interface ExportChoices {
  readonly scope: Scope
  readonly format: ExportPlan['format']
  readonly encoding: ExportPlan['encoding']
  readonly columns: 'view' | 'all'
  readonly sheets: ExportPlan['sheets']
  /** Sensitive fields go out only when they were ticked for this file. */
  readonly withSensitive: boolean
  readonly name: string
}

/** Where the form was asked for: what is ticked, and the list one is in. */
export interface ExportPlace {
  readonly selection: CustomerSelection | null
  readonly query: CustomerQuery | null
  readonly columns: readonly string[] | null
}

export const everybody: CustomerQuery = { text: '', filters: [], sort: [] }

export function scopesOf({ selection, query }: ExportPlace): Scope[] {
  return [...(selection ? (['selection'] as const) : []), ...(query ? (['view'] as const) : []), 'all']
}

export function selectionOf(scope: Scope, { selection, query }: ExportPlace): CustomerSelection {
  if (scope === 'selection' && selection) return selection
  return { query: scope === 'view' && query ? query : everybody, except: [] }
}

/** The keys of the columns in their order, the name among them; null for all there are. */
export function columnsOf(columns: ExportChoices['columns'], place: ExportPlace): string[] | null {
  if (columns === 'all' || !place.columns) return null
  return place.columns.includes('name') ? [...place.columns] : ['name', ...place.columns]
}
