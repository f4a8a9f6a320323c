import { Button, Checkbox, Progress, Radio, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery, CustomerSelection } from '#contract/customers.ts'
import { formatNumber } from '../lib/format.ts'
import { useFields } from '../lib/layout.ts'
import { errorMessage } from '../lib/show-error.ts'
import { useLanguage, useToday } from '../lib/start.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import classes from './export-dialog.module.css'
import { columnsOf, type ExportChoices, type ExportPlace, scopesOf, selectionOf } from './export-plan.ts'
import { ExportResult } from './export-result.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { useExport } from './use-export.ts'

interface ExportDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly selection: CustomerSelection | null
  /** The list one is in, and the keys of its columns. */
  readonly query: CustomerQuery | null
  readonly columns: readonly string[] | null
}

export function ExportDialog({ opened, onClose, ...place }: ExportDialogProps) {
  const { t } = useTranslation('export')
  const language = useLanguage()
  const [choices, setChoices] = useState<ExportChoices>(useFirstChoices(place))
  const task = useExport()
  const choose = (some: Partial<ExportChoices>) => setChoices({ ...choices, ...some })

  const close = () => {
    if (task.isRunning) task.stop()
    onClose()
  }
  const submit = () => {
    if (task.exported) return onClose()
    const { scope, format, encoding, sheets, withSensitive, name } = choices
    const selection = selectionOf(scope, place)
    task.start({
      selection,
      format,
      encoding,
      columns: columnsOf(choices.columns, place),
      withSensitive,
      language,
      sheets,
      name: name.trim() || t('title'),
    })
  }

  return (
    <FormDrawer
      opened={opened}
      onClose={close}
      title={t('title')}
      isDirty={false}
      onSubmit={submit}
      submitLabel={t(task.exported ? 'close' : 'start')}
      isSaving={task.isRunning}
      footer={task.isRunning && <Button onClick={task.stop}>{t('stop')}</Button>}
    >
      {task.exported ? (
        <ExportResult exported={task.exported} />
      ) : (
        <>
          <ScopeChoice place={place} value={choices.scope} onChange={(scope) => choose({ scope })} />
          <FormatChoice choices={choices} onChange={choose} />
          <ColumnsChoice choices={choices} place={place} onChange={choose} />
          {choices.format === 'xlsx' && <SheetsChoice choices={choices} onChange={choose} />}
          <TextInput
            label={t('name')}
            value={choices.name}
            maxLength={100}
            rightSection={<span className={classes.ending}>{`.${choices.format}`}</span>}
            rightSectionWidth={48}
            onChange={(event) => choose({ name: event.currentTarget.value })}
          />
          {task.isRunning && <Running progress={task.progress} />}
          {task.error && (
            <p className={classes.problem} role="alert">
              {errorMessage(task.error)}
            </p>
          )}
        </>
      )}
    </FormDrawer>
  )
}

function useFirstChoices(place: ExportPlace): ExportChoices {
  const { t } = useTranslation('export')
  const today = useToday()
  return {
    scope: scopesOf(place)[0] ?? 'all',
    format: 'xlsx',
    encoding: 'utf-8',
    columns: place.columns ? 'view' : 'all',
    sheets: { contacts: true, visits: true, followUps: true },
    withSensitive: false,
    name: `${t('fileName')} ${today}`,
  }
}

interface ChoiceProps {
  readonly choices: ExportChoices
  readonly onChange: (some: Partial<ExportChoices>) => void
}

function FormatChoice({ choices, onChange }: ChoiceProps) {
  const { t } = useTranslation('export')
  return (
    <>
      <Radio.Group
        label={t('format.label')}
        value={choices.format}
        onChange={(format) => onChange({ format: format === 'csv' ? 'csv' : 'xlsx' })}
      >
        <div className={classes.options}>
          <Radio size="xs" value="xlsx" label={t('format.xlsx')} />
          <Radio size="xs" value="csv" label={t('format.csv')} />
        </div>
      </Radio.Group>
      {choices.format === 'csv' && (
        <Select
          label={t('encoding.label')}
          data={[
            { value: 'utf-8', label: t('encoding.utf-8') },
            { value: 'gb18030', label: t('encoding.gb18030') },
          ]}
          value={choices.encoding}
          allowDeselect={false}
          onChange={(encoding) => onChange({ encoding: encoding === 'gb18030' ? 'gb18030' : 'utf-8' })}
        />
      )}
    </>
  )
}

function ColumnsChoice({ choices, place, onChange }: ChoiceProps & { readonly place: ExportPlace }) {
  const { t } = useTranslation('export')
  const hasSensitive = useFields('customer').some((field) => field.sensitive)
  return (
    <>
      {place.columns && (
        <Radio.Group
          label={t('columns.label')}
          value={choices.columns}
          onChange={(columns) => onChange({ columns: columns === 'view' ? 'view' : 'all' })}
        >
          <div className={classes.options}>
            <Radio size="xs" value="view" label={t('columns.view', { count: place.columns.length })} />
            <Radio size="xs" value="all" label={t('columns.all')} />
          </div>
        </Radio.Group>
      )}
      {hasSensitive && (
        <Checkbox
          label={t('withSensitive')}
          checked={choices.withSensitive}
          onChange={(event) => onChange({ withSensitive: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

function SheetsChoice({ choices: { sheets }, onChange }: ChoiceProps) {
  const { t } = useTranslation('export')
  return (
    <fieldset className={classes.sheets}>
      <legend>{t('sheets.label')}</legend>
      {(['contacts', 'visits', 'followUps'] as const).map((sheet) => (
        <Checkbox
          key={sheet}
          label={t(`sheets.${sheet}`)}
          checked={sheets[sheet]}
          onChange={(event) => onChange({ sheets: { ...sheets, [sheet]: event.currentTarget.checked } })}
        />
      ))}
    </fieldset>
  )
}

function Running({ progress }: { readonly progress: { readonly done: number; readonly total: number } | null }) {
  const { t } = useTranslation('export')
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <div role="status">
      <Progress size={4} value={total > 0 ? (100 * done) / total : 0} aria-label={t('progress')} />
      <p className={classes.hint}>{t('running', { done: formatNumber(done), total: formatNumber(total) })}</p>
    </div>
  )
}
