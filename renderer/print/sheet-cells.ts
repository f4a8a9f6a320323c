/** A stretch of text of one field, or one paragraph of it. */
export interface Run {
  /** Stands small in front of the text. */
  readonly label: string
  readonly text: string
  readonly newLine: boolean
}

export type Cell = readonly Run[]

/** A place in a cell; `run` may be the number of runs, which is its end. */
export interface Position {
  readonly run: number
  readonly offset: number
}

export const start: Position = { run: 0, offset: 0 }

export function endOfCell(cell: Cell): Position {
  return { run: cell.length, offset: 0 }
}

/** What stands between two places. A run that was begun before has no label any more. */
export function sliceCell(cell: Cell, from: Position, to: Position): Run[] {
  return cell.flatMap((run, index) => {
    const begin = index < from.run ? run.text.length : index === from.run ? from.offset : 0
    const end = index < to.run ? run.text.length : index === to.run ? to.offset : 0
    if (index < from.run || index > to.run || (index === to.run && to.offset === 0)) return []
    if (begin === 0 && end === run.text.length) return [run]
    return begin < end ? [{ ...run, label: begin === 0 ? run.label : '', text: run.text.slice(begin, end) }] : []
  })
}

/** One run for each line of the text, since a printed line must never depend on a line break inside a text. */
export function runsOf(label: string, text: string, ownLine: boolean): Run[] {
  return text
    .split('\n')
    .map((line, index) => ({ label: index === 0 ? label : '', text: line, newLine: ownLine || index > 0 }))
}

/** A cell of a table: text alone. */
export function cellOf(text: string): Cell {
  return text === '' ? [] : runsOf('', text, true)
}
