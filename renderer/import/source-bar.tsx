import { Checkbox, Select } from '@mantine/core'
import { IconCheck, IconEyeOff, IconFileSpreadsheet, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Delimiter, type Inspection, TextEncoding } from '#contract/imports.ts'
import { formatInstant } from '../lib/format.ts'
import { countColumns } from './import-plan.ts'
import classes from './source-bar.module.css'
import type { Importing } from './use-import.ts'

interface SourceBarProps {
  readonly work: Importing
  readonly sheet: Inspection
  readonly isEditable: boolean
}

/** How the file is read: what was found out, to be changed where it was found wrong. */
export function SourceBar({ work, sheet, isEditable }: SourceBarProps) {
  const { t } = useTranslation('import')
  const counts = countColumns(work.columns)

  return (
    <div className={classes.bar} aria-busy={work.isReading}>
      <span className={classes.file}>
        <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />
        {work.file?.name}
      </span>
      {isEditable && (sheet.format === 'text' ? <TextChoices work={work} sheet={sheet} /> : null)}
      {isEditable && sheet.sheets.length > 1 && <SheetChoice work={work} sheet={sheet} />}
      {isEditable && <HeaderChoice work={work} sheet={sheet} />}
      <Notes work={work} sheet={sheet} isEditable={isEditable} />
      <span className={classes.counts}>
        <span className={classes.matched}>
          <IconCheck size={14} aria-hidden />
          {t('columnsMatched', { count: counts.matched })}
        </span>
        {counts.created > 0 && (
          <span className={classes.created}>
            <IconPlus size={14} aria-hidden />
            {t('columnsCreated', { count: counts.created })}
          </span>
        )}
        {counts.skipped > 0 && (
          <span>
            <IconEyeOff size={14} aria-hidden />
            {t('columnsSkipped', { count: counts.skipped })}
          </span>
        )}
      </span>
    </div>
  )
}

type ChoiceProps = Omit<SourceBarProps, 'isEditable'>

function TextChoices({ work, sheet: { source, isEncodingSure } }: ChoiceProps) {
  const { t } = useTranslation('import')
  return (
    <>
      <Choice
        label={t('encoding')}
        width={isEncodingSure ? 136 : 168}
        options={TextEncoding.options.map((encoding) => ({
          value: encoding,
          label: t(`encodings.${encoding}`) + (encoding === source.encoding && !isEncodingSure ? t('unsure') : ''),
        }))}
        value={source.encoding}
        onChange={(encoding) => work.readAs({ encoding: TextEncoding.parse(encoding), headerRow: null })}
      />
      <Choice
        label={t('delimiter')}
        width={96}
        options={Delimiter.options.map((delimiter) => ({
          value: delimiter,
          label: t(`delimiters.${nameOf[delimiter]}`),
        }))}
        value={source.delimiter}
        onChange={(delimiter) => work.readAs({ delimiter: Delimiter.parse(delimiter), headerRow: null })}
      />
    </>
  )
}

const nameOf = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar', ':': 'colon' } as const

function SheetChoice({ work, sheet: { sheets, source } }: ChoiceProps) {
  const { t } = useTranslation('import')
  return (
    <Choice
      label={t('sheet')}
      width={152}
      options={sheets.map(({ name, isHidden }, index) => ({
        value: String(index),
        label: isHidden ? t('hiddenSheet', { name }) : name,
      }))}
      value={String(source.sheet)}
      onChange={(sheet) => work.readAs({ sheet: Number(sheet), headerRow: null })}
    />
  )
}

function HeaderChoice({ work, sheet: { source } }: ChoiceProps) {
  const { t } = useTranslation('import')
  const found = source.headerRow ?? 0
  const rows = [...new Set([...Array.from({ length: 20 }, (_, index) => index + 1), found])].filter((row) => row > 0)
  return (
    <Choice
      label={t('header')}
      width={104}
      options={[
        ...rows.toSorted((a, b) => a - b).map((row) => ({ value: String(row), label: t('headerRow', { row }) })),
        { value: '0', label: t('noHeader') },
      ]}
      value={String(found)}
      onChange={(row) => work.readAs({ headerRow: Number(row) })}
    />
  )
}

function Notes({ work, sheet, isEditable }: SourceBarProps) {
  const { t } = useTranslation('import')
  return (
    <>
      {sheet.hiddenRows > 0 &&
        (isEditable ? (
          <Checkbox
            label={t('withHidden', { count: sheet.hiddenRows })}
            checked={sheet.source.includeHidden}
            onChange={(event) => work.readAs({ includeHidden: event.currentTarget.checked })}
          />
        ) : (
          <span>{t(sheet.source.includeHidden ? 'hiddenIncluded' : 'hiddenLeftOut', { count: sheet.hiddenRows })}</span>
        ))}
      {sheet.totalsRows.length > 0 && <span>{t('totalsLeftOut', { count: sheet.totalsRows.length })}</span>}
      {sheet.importedBefore && (
        <span className={classes.warning}>{t('importedBefore', { at: formatInstant(sheet.importedBefore.at) })}</span>
      )}
    </>
  )
}

interface ChoiceFieldProps {
  readonly label: string
  readonly width: number
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | null
  readonly onChange: (value: string) => void
}

function Choice({ label, width, options, value, onChange }: ChoiceFieldProps) {
  return (
    <label className={classes.choice}>
      <span>{label}</span>
      <Select
        w={width}
        aria-label={label}
        data={options}
        value={value}
        allowDeselect={false}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    </label>
  )
}
