import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { OwnFieldType } from '#contract/fields.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { sectionLabel, useLayout } from '../lib/layout.ts'
import { errorMessage } from '../lib/show-error.ts'
import { useLanguage } from '../lib/start.ts'
import { useFormValues } from '../lib/use-form-values.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { bothLabels, choicesOf } from './field-facts.ts'
import { blocksOf } from './field-places.ts'
import classes from './fields.module.css'

interface NewFieldProps {
  readonly opened: boolean
  readonly section: string
  readonly onClose: () => void
  readonly onAdded: (id: number) => void
}

const flags = ['required', 'sensitive', 'printed', 'listed'] as const

export function NewField({ opened, section, onClose, onAdded }: NewFieldProps) {
  const { t } = useTranslation(['fields', 'common'])
  const language = useLanguage()
  const sections = blocksOf(useLayout()).map((block) => block.section)
  const add = useMutation(api.fields.add.mutationOptions({ meta: { ownErrors: true } }))
  const { values, change, isDirty, isTried, setTried } = useFormValues(opened, () => emptyDraft(section))
  const { labelZh, labelEn, type, lines, required, sensitive, printed, listed } = values
  const labels = bothLabels(labelZh, labelEn)
  const hasChoices = type === 'choice' || type === 'choices'
  const names = language === 'en' ? (['labelEn', 'labelZh'] as const) : (['labelZh', 'labelEn'] as const)
  const isUnnamed = isTried && labels.labelZh === ''

  const submit = () => {
    setTried()
    if (labels.labelZh === '' || (hasChoices && choicesOf(lines).length === 0)) return
    add.mutate(
      {
        owner: 'customer',
        ...labels,
        type,
        section: values.section,
        choices: hasChoices ? choicesOf(lines) : [],
        required,
        sensitive,
        printed,
        listed,
      },
      {
        onSuccess({ operationId, field }) {
          announce({ message: t('fieldAdded', { name: labels[names[0]] }), operationId })
          onAdded(field.id)
          onClose()
        },
      },
    )
  }

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t('addField')}
      isDirty={isDirty}
      isSaving={add.isPending}
      submitLabel={t('common:add')}
      onSubmit={submit}
    >
      {names.map((name, index) => (
        <TextInput
          key={name}
          label={t(name)}
          required={index === 0}
          data-autofocus={index === 0 || undefined}
          placeholder={index === 0 ? t('labelExample') : t('labelAsAbove')}
          maxLength={60}
          autoComplete="off"
          error={index === 0 && (isUnnamed ? t('labelMissing') : add.error && errorMessage(add.error))}
          value={values[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <Radio.Group
        label={t('fieldType')}
        value={type}
        onChange={(value) => change({ type: OwnFieldType.parse(value) })}
      >
        <div className={classes.types}>
          {OwnFieldType.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={
                <span className={classes.typeLine}>
                  <span className={classes.typeName}>{t(`type.${option}`)}</span>
                  <span className={classes.typeText}>{t(`typeText.${option}`)}</span>
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {hasChoices && (
        <Textarea
          label={t('choices')}
          description={t('choicesHint')}
          required
          autosize
          minRows={3}
          maxRows={10}
          error={isTried && choicesOf(lines).length === 0 && t('choicesMissing')}
          value={lines}
          onChange={(event) => change({ lines: event.currentTarget.value })}
        />
      )}
      <ChoiceInput
        label={t('section')}
        options={sections.map((section) => ({ key: section.key, label: sectionLabel(section) }))}
        value={values.section}
        clearable={false}
        onChange={(key) => key !== null && change({ section: key })}
      />
      <div className={classes.flags}>
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`flag.${flag}`)}
            checked={values[flag]}
            onChange={() => change({ [flag]: !values[flag] })}
          />
        ))}
      </div>
      {sensitive && <p className={classes.hint}>{t('sensitiveText')}</p>}
    </FormDrawer>
  )
}

function emptyDraft(section: string) {
  return {
    labelZh: '',
    labelEn: '',
    type: OwnFieldType.enum.text as OwnFieldType,
    section,
    lines: '',
    required: false,
    sensitive: false,
    printed: true,
    listed: true,
  }
}
