import { useQuery } from '@tanstack/react-query'
import { t } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layout } from '#contract/fields.ts'
import type { ImportField, ImportTarget } from '#contract/imports.ts'
import { api } from '../lib/api.ts'
import { type ChoiceOption, fieldLabel, useLayout } from '../lib/layout.ts'
import { fieldKey } from './import-plan.ts'

export interface Targets {
  /** Every place a column can go, by name; leaving it out and a new field come first. */
  readonly optionsFor: (header: string) => readonly ChoiceOption[]
  readonly label: (target: ImportTarget) => string
  readonly targetOf: (key: string) => ImportField | null
}

export function useTargets(): Targets {
  useTranslation('import')
  const layout = useLayout()
  const { data: fields = [] } = useQuery(api.imports.targets.queryOptions())
  return useMemo(() => targetsOf(fields, layout), [fields, layout])
}

function targetsOf(fields: readonly ImportField[], layout: Layout): Targets {
  const options = fields.map((field) => ({ key: fieldKey(field), label: labelOf(field, layout) }))
  return {
    optionsFor: (header) => [
      { key: 'skip', label: t('import:target.skip') },
      { key: 'newField', label: t('import:target.newField', { label: header }) },
      ...options,
    ],
    label: (target) => {
      if (target.kind === 'skip') return t('import:target.skip')
      return target.kind === 'newField' ? t('import:target.newField', { label: target.label }) : labelOf(target, layout)
    },
    targetOf: (key) => fields.find((field) => fieldKey(field) === key) ?? null,
  }
}

/** 地址 · 城市, 联系人 · 姓名, 拜访 · 日期 */
function labelOf({ owner, field, part }: ImportField, layout: Layout): string {
  const words = [
    owner === 'customer' ? null : t(`import:owner.${owner}`),
    fieldName(owner, field, layout),
    part === null ? null : t(`import:part.${part}`),
  ]
  return words.filter((word) => word !== null).join(' · ')
}

function fieldName(owner: ImportField['owner'], key: string, layout: Layout): string {
  const field = layout.fields.find((field) => field.owner === owner && field.key === key)
  return field ? fieldLabel(field) : t(`import:field.${key}`, { defaultValue: key })
}
