import { useTranslation } from 'react-i18next'
import type { Block, TableName } from './sheet-blocks.ts'
import type { Cell } from './sheet-cells.ts'
import type { Group, PlacedBlock } from './sheet-pages.ts'
import classes from './sheet.module.css'

export function SheetGroup({ group }: { readonly group: Group }) {
  if (group.table === 'items') return <ItemTable blocks={group.blocks} />
  if (group.table !== null) return <ListTable table={group.table} blocks={group.blocks} />
  return group.blocks.map(({ key, block }) => <Loose key={key} block={block} />)
}

function Loose({ block }: { readonly block: Block }) {
  if (block.type === 'title') {
    return (
      <h2 className={classes.title} data-block>
        {block.title}
      </h2>
    )
  }
  if (block.type !== 'ruledLines') return null
  return (
    <div data-block>
      <h2 className={classes.title}>{block.title}</h2>
      <div className={classes.rule} />
      <div className={classes.rule} />
      <div className={classes.rule} />
    </div>
  )
}

function ItemTable({ blocks }: { readonly blocks: readonly PlacedBlock[] }) {
  return (
    <table className={classes.items}>
      <colgroup>
        <col className={classes.itemTitle} />
        <col />
      </colgroup>
      <tbody>
        {blocks.map(({ key, block, isBeginning }) =>
          block.type === 'item' ? (
            <tr key={key} data-block>
              <th scope="row">
                {isBeginning && (
                  <>
                    <span className={classes.number}>{block.number}</span>
                    {block.title}
                  </>
                )}
              </th>
              <td data-cell>
                <CellText cell={block.cells[0]} />
              </td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  )
}

const columns = {
  contacts: ['contactName', 'contactTitle', 'contactRole', 'contactPhones', 'contactNotes'],
  followUps: ['tick', 'date', 'kind', 'content', 'staff'],
  visits: ['date', 'channel', 'staff', 'situation', 'result'],
} as const

interface ListTableProps {
  readonly table: Exclude<TableName, 'items'>
  readonly blocks: readonly PlacedBlock[]
}

function ListTable({ table, blocks }: ListTableProps) {
  const { t } = useTranslation('print')
  return (
    <table className={classes.list} data-table={table}>
      <colgroup>
        {columns[table].map((column) => (
          <col key={column} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns[table].map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {blocks.map(({ key, block, isBeginning }) => (
          <tr key={key} data-block>
            {block.cells.map((cell, index) => (
              <td key={columns[table][index]} data-cell>
                {columns[table][index] === 'tick' && isBeginning && <span className={classes.box} />}
                <CellText cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Runs stand in a line where they fit; `data-run` lets the measuring find their text. */
function CellText({ cell }: { readonly cell: Cell }) {
  return cell.map((run, index) => (
    <span key={index} className={run.newLine ? classes.line : classes.run} data-short={run.text.length <= 24}>
      {run.label !== '' && <span className={classes.label}>{run.label}</span>}
      <span data-run>{run.text}</span>
    </span>
  ))
}
