import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDots, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Section } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { sectionLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { Chip } from '../ui/chip.tsx'
import { useReorderItem, useReorderPlace } from '../ui/reorder.tsx'
import { rowId } from './field-places.ts'
import { FieldRow } from './field-row.tsx'
import classes from './fields.module.css'
import { RemoveSection } from './remove-section.tsx'
import { SavedLabels } from './saved-labels.tsx'

interface SectionBlockProps {
  readonly section: Section
  readonly fields: readonly Field[]
  readonly number: number
  /** Just added: it comes into sight, ready for its first field. */
  readonly isNew: boolean
  readonly current: number | null
  readonly onCurrent: (id: number | null) => void
  readonly onAddField: () => void
}

/** A section with its fields. It is carried as a whole; its head is a place for fields. */
export function SectionBlock({ section, fields, number, isNew, current, onCurrent, onAddField }: SectionBlockProps) {
  const { t } = useTranslation('fields')
  const { setNode, edge, isCarried, grip } = useReorderItem(rowId.section(section.key))
  const { setNode: setHead, edge: headEdge } = useReorderPlace(rowId.head(section.key))
  const [isOpen, setIsOpen] = useState(false)
  const [isRemoving, setIsRemoving] = useState(false)
  const edit = useWrite(api.fields.editSection.mutationOptions())
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isNew) add.current?.focus()
  }, [isNew])
  const name = sectionLabel(section)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight

  return (
    <li className={classes.block} ref={setNode} data-edge={edge} data-carried={isCarried || undefined}>
      <div className={classes.head} ref={setHead} data-edge={headEdge} data-hidden={section.hidden || undefined}>
        {grip}
        <UnstyledButton className={classes.name} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <span className={classes.place}>{number}</span>
          {name}
          <Chevron className={classes.chevron} size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
        {section.hidden && <Chip>{t('flag.hidden')}</Chip>}
        <Tooltip label={t('addFieldTo', { name })}>
          <ActionIcon ref={add} size={24} aria-label={t('addFieldTo', { name })} onClick={onAddField}>
            <IconPlus size={15} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} aria-label={t('moreOf', { name })}>
              <IconDots size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setIsOpen(true)}>{t('rename')}</Menu.Item>
            <Menu.Item
              onClick={() =>
                edit.write(
                  { key: section.key, change: { hidden: !section.hidden } },
                  t(section.hidden ? 'isShown' : 'isHidden', { name }),
                )
              }
            >
              {t(section.hidden ? 'show' : 'hide')}
            </Menu.Item>
            <Menu.Item color="red" onClick={() => setIsRemoving(true)}>
              {t('removeSection')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {isOpen && (
        <div className={classes.details}>
          <SavedLabels
            labels={section}
            maxLength={60}
            onSave={(change) => edit.write({ key: section.key, change }, t('saved', { name }))}
          />
        </div>
      )}
      {fields.length > 0 && (
        <ul className={classes.fields}>
          {fields.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              isOpen={field.id === current}
              onOpen={(open) => onCurrent(open ? field.id : null)}
            />
          ))}
        </ul>
      )}
      <RemoveSection section={section} fields={fields} opened={isRemoving} onClose={() => setIsRemoving(false)} />
    </li>
  )
}
