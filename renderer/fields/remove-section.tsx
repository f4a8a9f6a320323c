import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Section } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { sectionLabel, useLayout } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { blocksOf } from './field-places.ts'

interface RemoveSectionProps {
  readonly section: Section
  readonly fields: readonly Field[]
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks where the fields of a section go. */
export function RemoveSection({ section, fields, opened, onClose }: RemoveSectionProps) {
  const { t } = useTranslation('fields')
  const sections = blocksOf(useLayout()).map((block) => block.section)
  const others = sections.filter(({ key }) => key !== section.key)
  const at = sections.findIndex(({ key }) => key === section.key)
  const neighbour = sections[at - 1] ?? sections[at + 1]
  const [chosen, setChosen] = useState<string | null>(null)
  const fieldsTo = chosen ?? neighbour?.key
  const remove = useWrite(api.fields.removeSection.mutationOptions())
  const name = sectionLabel(section)

  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('removeSectionQuestion', { name })}
      confirmLabel={t('removeSection')}
      isBusy={remove.isPending}
      onConfirm={() =>
        fieldsTo !== undefined && remove.write({ key: section.key, fieldsTo }, t('isRemoved', { name }), onClose)
      }
    >
      <p>{fields.length === 0 ? t('sectionIsEmpty') : t('fieldsGoWhere', { count: fields.length })}</p>
      {fields.length > 0 && (
        <ChoiceInput
          label={t('fieldsTo')}
          options={others.map((other) => ({ key: other.key, label: sectionLabel(other) }))}
          value={fieldsTo ?? null}
          clearable={false}
          onChange={setChosen}
        />
      )}
    </ConfirmDialog>
  )
}
