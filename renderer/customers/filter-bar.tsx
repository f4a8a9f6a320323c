import { ActionIcon, Button, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery, Filter } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import { FilterEditor } from './filter-editor.tsx'
import { FilterWords } from './filter-words.tsx'
import classes from './filter-bar.module.css'

interface FilterBarProps {
  readonly query: CustomerQuery
  /** Hidden ones included: a saved view may ask for them. */
  readonly fields: readonly Field[]
  readonly onChange: (query: CustomerQuery) => void
}

/** What the list is narrowed to: words, and one chip for every condition. */
export function FilterBar({ query, fields, onChange }: FilterBarProps) {
  const { t } = useTranslation('customers')
  const setFilters = (filters: Filter[]) => onChange({ ...query, filters })
  const offered = fields.filter(({ hidden, retired }) => !hidden && !retired)

  return (
    <div className={classes.bar}>
      <TextInput
        size="xs"
        className={classes.text}
        aria-label={t('filter.text')}
        placeholder={t('filter.textPlaceholder')}
        leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        maxLength={200}
        value={query.text}
        onChange={(event) => onChange({ ...query, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query.text === '') return
          event.stopPropagation()
          onChange({ ...query, text: '' })
        }}
      />
      {query.filters.map((filter, index) => (
        <FilterChip
          key={`${filter.field}-${index}`}
          filter={filter}
          fields={fields}
          offered={offered}
          onChange={(changed) => setFilters(query.filters.with(index, changed))}
          onRemove={() => setFilters(query.filters.toSpliced(index, 1))}
        />
      ))}
      <AddFilter fields={offered} onAdd={(filter) => setFilters([...query.filters, filter])} />
    </div>
  )
}

interface FilterChipProps {
  readonly filter: Filter
  readonly fields: readonly Field[]
  readonly offered: readonly Field[]
  readonly onChange: (filter: Filter) => void
  readonly onRemove: () => void
}

function FilterChip({ filter, fields, offered, onChange, onRemove }: FilterChipProps) {
  const { t } = useTranslation(['customers', 'views'])
  const [opened, setOpened] = useState(false)
  const field = fields.find(({ key }) => key === filter.field)
  const name = field ? fieldLabel(field) : t('views:lost')

  return (
    <span className={classes.chip}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <UnstyledButton className={classes.words} onClick={() => setOpened(!opened)}>
            <FilterWords filter={filter} field={field} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filter.change')}>
          <FilterEditor
            fields={field && !offered.includes(field) ? [...offered, field] : offered}
            filter={filter}
            onApply={(changed) => {
              onChange(changed)
              setOpened(false)
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon size={24} aria-label={t('filter.remove', { name })} onClick={onRemove}>
        <IconX size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
    </span>
  )
}

interface AddFilterProps {
  readonly fields: readonly Field[]
  readonly onAdd: (filter: Filter) => void
}

function AddFilter({ fields, onAdd }: AddFilterProps) {
  const { t } = useTranslation('customers')
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="subtle"
          className={classes.add}
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('filter.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.add')}>
        <FilterEditor
          fields={fields}
          filter={null}
          onApply={(filter) => {
            onAdd(filter)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
