import { useSuspenseQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, FieldOwner, Layout } from '#contract/fields.ts'
import { api } from './api.ts'

export interface ChoiceOption {
  readonly key: string
  readonly label: string
}

/** Sections and fields in order. Suspends once; whoever uses it is drawn again when the language changes. */
export function useLayout(): Layout {
  useTranslation()
  return useSuspenseQuery(api.fields.layout.queryOptions()).data
}

export function useFields(owner: FieldOwner): readonly Field[] {
  const { fields } = useLayout()
  return useMemo(
    () => fields.filter((field) => field.owner === owner && !field.hidden).toSorted((a, b) => a.position - b.position),
    [fields, owner],
  )
}

export function useField(owner: FieldOwner, key: string): Field | undefined {
  return useLayout().fields.find((field) => field.owner === owner && field.key === key)
}

export function useChoices(owner: FieldOwner, key: string): readonly ChoiceOption[] {
  const field = useField(owner, key)
  return field ? choiceOptions(field) : []
}

/** The choices one may pick now. Hidden ones stay readable on old records. */
export function choiceOptions(field: Field): readonly ChoiceOption[] {
  return field.choices.filter((choice) => !choice.hidden).map((choice) => ({ key: choice.key, label: labelOf(choice) }))
}

export function fieldLabel(field: Labelled): string {
  return labelOf(field)
}

export function sectionLabel(section: Labelled): string {
  return labelOf(section)
}

/** The key itself where the choice is gone. */
export function choiceLabel(field: Pick<Field, 'choices'> | undefined, key: string): string {
  const choice = field?.choices.find((choice) => choice.key === key)
  return choice ? labelOf(choice) : key
}

interface Labelled {
  readonly labelZh: string
  readonly labelEn: string
}

function labelOf({ labelZh, labelEn }: Labelled): string {
  return i18next.language === 'en' ? labelEn || labelZh : labelZh || labelEn
}
