import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NumberRule } from '#contract/settings.ts'
import { api } from '../lib/api.ts'
import { useStart, useToday } from '../lib/start.ts'
import { Reorder, useReorderItem } from '../ui/reorder.tsx'
import { SavedNumberInput } from '../ui/saved-number-input.tsx'
import { SavedTextInput } from '../ui/saved-text-input.tsx'
import { TitledSection } from '../ui/titled-section.tsx'
import {
  dateFormats,
  dateText,
  missingDate,
  namedParts,
  type NumberPart,
  resets,
  withChangedPart,
  withMovedPart,
  withoutPart,
  withPart,
} from './number-rule.ts'
import { SavedMark } from './saved-mark.tsx'
import classes from './settings.module.css'
import { useSaveSettings } from './use-save-settings.ts'

/** How card numbers are made, part by part, and the next ones they give. */
export function NumberSettings() {
  const { t } = useTranslation('settings')
  const { numberRule: rule } = useStart().settings
  const { save, isSaved } = useSaveSettings()
  const parts = namedParts(rule)
  const change = (numberRule: NumberRule) => save({ numberRule })
  const partName = usePartName()
  const missing = missingDate(rule)

  return (
    <>
      <TitledSection title={t('number.parts')} text={t('number.partsText')}>
        <Reorder
          placesFor={() => parts.map(({ id }) => id)}
          label={(id) => partName(parts.find((one) => one.id === id)?.part)}
          onMove={(id, over, edge) => change(withMovedPart(rule, id, over, edge))}
        >
          <ol className={classes.numberParts} aria-label={t('number.parts')}>
            {parts.map(({ id, part }) => (
              <PartRow
                key={id}
                id={id}
                part={part}
                onChange={(changed) => change(withChangedPart(rule, id, changed))}
                onRemove={part.part === 'counter' ? null : () => change(withoutPart(rule, id))}
              />
            ))}
          </ol>
        </Reorder>
        <div className={classes.row}>
          <Button
            leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
            onClick={() => change(withPart(rule, { part: 'text', text: '-' }))}
          >
            {t('number.addText')}
          </Button>
          <Button
            leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
            onClick={() => change(withPart(rule, { part: 'date', format: 'YYYY' }))}
          >
            {t('number.addDate')}
          </Button>
        </div>
      </TitledSection>
      <TitledSection title={t('number.reset')} text={t('number.resetText')}>
        <SegmentedControl
          className={classes.choice}
          aria-label={t('number.reset')}
          data={resets.map((value) => ({ value, label: t(`number.resets.${value}`) }))}
          value={rule.reset}
          onChange={(value) => change({ ...rule, reset: resets.find((one) => one === value) ?? 'never' })}
        />
        {missing !== null && (
          <p className={classes.warning} role="status">
            <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
            {t(`number.missing.${missing}`)}
          </p>
        )}
      </TitledSection>
      <TitledSection title={t('number.next')} text={t('number.nextText')}>
        <NextNumbers rule={rule} />
        <SavedMark isSaved={isSaved} />
      </TitledSection>
    </>
  )
}

interface PartRowProps {
  readonly id: string
  readonly part: NumberPart
  readonly onChange: (part: NumberPart) => void
  /** Null: it has to stay. */
  readonly onRemove: (() => void) | null
}

function PartRow({ id, part, onChange, onRemove }: PartRowProps) {
  const { t } = useTranslation('settings')
  const { setNode, edge, isCarried, grip } = useReorderItem(id)
  const name = usePartName()(part)
  return (
    <li ref={setNode} className={classes.numberPart} data-edge={edge} data-carried={isCarried || undefined}>
      {grip}
      <span className={classes.partKind}>{t(`number.part.${part.part}`)}</span>
      <div className={classes.partValue}>
        <PartValue part={part} onChange={onChange} />
      </div>
      {onRemove && (
        <Tooltip label={t('number.remove', { name })}>
          <ActionIcon size={24} aria-label={t('number.remove', { name })} onClick={onRemove}>
            <IconX size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}

function PartValue({ part, onChange }: Pick<PartRowProps, 'part' | 'onChange'>) {
  const { t } = useTranslation('settings')
  const today = useToday()
  switch (part.part) {
    case 'text':
      return (
        <SavedTextInput
          name={t('number.part.text')}
          saved={part.text}
          maxLength={20}
          required
          onSave={(text) => onChange({ ...part, text })}
        />
      )
    case 'date':
      return (
        <Select
          aria-label={t('number.part.date')}
          data={dateFormats.map((value) => ({
            value,
            label: t('number.dateExample', { words: t(`number.dates.${value}`), example: dateText(value, today) }),
          }))}
          value={part.format}
          allowDeselect={false}
          onChange={(value) => onChange({ ...part, format: dateFormats.find((one) => one === value) ?? part.format })}
        />
      )
    case 'counter':
      return (
        <div className={classes.row}>
          <div className={classes.digits}>
            <SavedNumberInput
              name={t('number.digits')}
              saved={part.digits}
              min={1}
              max={9}
              onSave={(digits) => onChange({ ...part, digits })}
            />
          </div>
          <span>{t('number.digitsAfter')}</span>
        </div>
      )
  }
}

function NextNumbers({ rule }: { readonly rule: NumberRule }) {
  const { t } = useTranslation('settings')
  const { data } = useQuery({
    ...api.settings.nextNumbers.queryOptions({ input: { rule, count: 3 } }),
    placeholderData: keepPreviousData,
  })
  return (
    <output className={classes.next} aria-label={t('number.next')}>
      {data?.numbers.map((number) => (
        <span key={number} className={classes.number}>
          {number}
        </span>
      ))}
    </output>
  )
}

function usePartName(): (part: NumberPart | undefined) => string {
  const { t } = useTranslation('settings')
  const today = useToday()
  return (part) => {
    switch (part?.part) {
      case 'text':
        return `${t('number.part.text')} ${part.text}`
      case 'date':
        return `${t('number.part.date')} ${dateText(part.format, today)}`
      case 'counter':
        return t('number.part.counter')
      case undefined:
        return ''
    }
  }
}
