import { Menu } from '@mantine/core'
import type { IHeaderParams } from 'ag-grid-community'
import { IconArrowDown, IconArrowUp, IconEyeOff, IconPin, IconPinnedOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fixedColumns, pinned } from './columns.ts'
import classes from './grid-cells.module.css'
import { useGridContext } from './grid-context.ts'

/** The heading of a column: a click sorts, a right click or the menu key offers the rest. */
export function ColumnHeading({ column, displayName }: IHeaderParams) {
  const { t } = useTranslation('customers')
  const { sort, onSort } = useGridContext()
  const key = column.getColId()
  const place = sort.findIndex(({ field }) => field === key)
  const direction = sort[place]?.direction

  return (
    <Menu>
      <Menu.ContextMenu>
        <button
          type="button"
          tabIndex={-1}
          className={classes.heading}
          title={t('sortBy', { name: displayName })}
          aria-label={direction ? t(`sorted.${direction}`, { name: displayName }) : undefined}
          onClick={(event) => onSort(key, event.shiftKey)}
        >
          <span className={classes.name}>{displayName}</span>
          {direction === 'asc' && <IconArrowUp size={14} stroke={1.6} aria-hidden />}
          {direction === 'desc' && <IconArrowDown size={14} stroke={1.6} aria-hidden />}
          {direction && sort.length > 1 && <span className={classes.place}>{place + 1}</span>}
        </button>
      </Menu.ContextMenu>
      <Menu.Dropdown aria-label={displayName}>
        <ColumnActions field={key} />
      </Menu.Dropdown>
    </Menu>
  )
}

function ColumnActions({ field }: { readonly field: string }) {
  const { t } = useTranslation('customers')
  const { columns, onSortBy, onColumns } = useGridContext()
  const isPinned = columns.some((column) => column.field === field && column.pinned)
  return (
    <>
      <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => onSortBy(field, 'asc')}>
        {t('columns.ascending')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => onSortBy(field, 'desc')}>
        {t('columns.descending')}
      </Menu.Item>
      {!fixedColumns.includes(field) && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={isPinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
            onClick={() => onColumns(pinned(columns, field))}
          >
            {t(isPinned ? 'columns.unpinThis' : 'columns.pinThis')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconEyeOff {...icon} />}
            onClick={() => onColumns(columns.filter((column) => column.field !== field))}
          >
            {t('columns.hideThis')}
          </Menu.Item>
        </>
      )}
    </>
  )
}

const icon = { size: 14, stroke: 1.6, 'aria-hidden': true }
