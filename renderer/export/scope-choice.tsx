import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerSelection } from '#contract/customers.ts'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'
import classes from './export-dialog.module.css'
import { everybody, type ExportPlace, type Scope, scopesOf } from './export-plan.ts'

interface ScopeChoiceProps {
  readonly place: ExportPlace
  readonly value: Scope
  readonly onChange: (scope: Scope) => void
}

/** Whom: those ticked, those of the list, or everybody, each with how many that is. */
export function ScopeChoice({ place, value, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('export')
  const scopes = scopesOf(place)
  const counts: Record<Scope, number | null> = {
    selection: useSelectionCount(place.selection),
    view: useCount(place.query ?? everybody),
    all: useCount(everybody),
  }
  return (
    <Radio.Group
      label={t('scope.label')}
      value={value}
      onChange={(scope) => onChange(scopes.find((one) => one === scope) ?? 'all')}
    >
      <div className={classes.options}>
        {scopes.map((scope) => (
          <Radio
            key={scope}
            size="xs"
            value={scope}
            data-autofocus={scope === value || undefined}
            label={t(`scope.${scope}`, { count: counts[scope] ?? 0, shown: formatNumber(counts[scope] ?? 0) })}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

function useCount(query: typeof everybody): number | null {
  return useQuery(api.customers.count.queryOptions({ input: { query } })).data?.count ?? null
}

function useSelectionCount(selection: CustomerSelection | null): number | null {
  const isQuery = selection !== null && 'query' in selection
  const count = useCount(isQuery ? selection.query : everybody)
  if (selection === null) return null
  if (!isQuery) return selection.ids.length
  return count === null ? null : count - selection.except.length
}
