import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { fieldLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { Chip } from '../ui/chip.tsx'
import { useReorderItem } from '../ui/reorder.tsx'
import { FieldEditor } from './field-editor.tsx'
import { isEssential } from './field-facts.ts'
import { rowId } from './field-places.ts'
import classes from './fields.module.css'

interface FieldRowProps {
  readonly field: Field
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
}

/** A field of the card, carried by its grip. */
export function FieldRow(props: FieldRowProps) {
  const { setNode, edge, isCarried, grip } = useReorderItem(rowId.field(props.field.id))
  return (
    <li ref={setNode} className={classes.row} data-edge={edge} data-carried={isCarried || undefined}>
      <FieldLine {...props} grip={grip} />
    </li>
  )
}

interface FieldLineProps extends FieldRowProps {
  readonly grip: ReactNode
}

/** What a field is in one line, and all of it below when it is opened. */
export function FieldLine({ field, isOpen, onOpen, grip }: FieldLineProps) {
  const { t } = useTranslation('fields')
  const edit = useWrite(api.fields.edit.mutationOptions())
  const name = fieldLabel(field)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) own.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const Eye = field.hidden ? IconEyeOff : IconEye
  const eyeLabel = t(field.hidden ? 'showWhat' : 'hideWhat', { name })

  return (
    <>
      <div ref={own} className={classes.line} data-hidden={field.hidden || field.retired || undefined}>
        {grip}
        <UnstyledButton className={classes.name} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {name}
          {field.required && <span className={classes.required} role="img" aria-label={t('flag.required')} />}
          {field.sensitive && (
            <IconAlertTriangle
              className={classes.sensitive}
              size={14}
              stroke={1.6}
              role="img"
              aria-label={t('flag.sensitive')}
            />
          )}
          <Chevron className={classes.chevron} size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
        {field.hidden && <Chip>{t('flag.hidden')}</Chip>}
        {field.retired && <Chip>{t('flag.retired')}</Chip>}
        <span className={classes.type}>{t(`type.${field.type}`)}</span>
        <Tooltip label={isEssential(field) ? t('needed') : eyeLabel}>
          <ActionIcon
            className={classes.eye}
            size={24}
            aria-label={eyeLabel}
            aria-disabled={isEssential(field) || undefined}
            data-disabled={isEssential(field)}
            onClick={() =>
              !isEssential(field) &&
              edit.write(
                { id: field.id, change: { hidden: !field.hidden } },
                t(field.hidden ? 'isShown' : 'isHidden', { name }),
              )
            }
          >
            <Eye size={15} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {isOpen && <FieldEditor field={field} onGone={() => onOpen(false)} />}
    </>
  )
}
