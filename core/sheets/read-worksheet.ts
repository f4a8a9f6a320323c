import type { Cell, Row } from './cell.ts'
import { limits } from './limits.ts'
import { dateOfSerial, exactDigits, shownNumber, typedDigits } from './number-format.ts'
import type { OfficePackage } from './open-package.ts'
import type { NumberFormat, Workbook } from './read-workbook.ts'
import { isTrue } from './read-workbook.ts'
import { refuse } from './refusal.ts'
import { attribute } from './scan-xml.ts'

export interface SheetShape {
  /** 0-based. */
  readonly hiddenColumns: readonly number[]
  /** Only those near the top, where headers are. */
  readonly merges: readonly Merge[]
}

/** Rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** How far down a merged cell can still be part of a header. */
const HEADER_ROWS = 100

/** Hands over every row that has something in it, and at the end what is hidden or merged. */
export async function readWorksheet(
  source: OfficePackage,
  workbook: Workbook,
  part: string,
  onRow: (row: Row) => void,
): Promise<SheetShape> {
  const strings = workbook.sharedStringsPart ? await readSharedStrings(source, workbook.sharedStringsPart) : []
  const hiddenColumns = new Set<number>()
  const merges: Merge[] = []

  let rowNumber = 0
  let isHidden = false
  let cells: Cell[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let inline = ''
  let formula = ''
  let taking: 'value' | 'inline' | 'formula' | undefined
  let isPhonetic = false

  await source.scan(part, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const given = Number(attribute(attributes, 'r') ?? rowNumber + 1)
          if (!(given > rowNumber) || given > limits.rows) refuse('corrupted', 'row numbers out of order')
          rowNumber = given
          isHidden = attributes.includes('hidden') && isTrue(attribute(attributes, 'hidden'))
          cells = []
          column = -1
          break
        }
        case 'c': {
          const reference = attribute(attributes, 'r')
          column = reference === undefined ? column + 1 : columnOf(reference)
          type = attribute(attributes, 't') ?? 'n'
          style = Number(attribute(attributes, 's') ?? 0)
          value = ''
          inline = ''
          formula = ''
          break
        }
        case 'v':
          taking = 'value'
          break
        case 't':
          taking = isPhonetic ? undefined : 'inline'
          break
        case 'f':
          taking = 'formula'
          break
        case 'rPh':
          isPhonetic = true
          break
        case 'col':
          if (isTrue(attribute(attributes, 'hidden'))) hideColumns(hiddenColumns, attributes)
          break
        case 'mergeCell': {
          const merge = mergeOf(attribute(attributes, 'ref') ?? '')
          if (merge && merge.top <= HEADER_ROWS && merges.length < 5000) merges.push(merge)
          break
        }
      }
    },
    text(text) {
      if (taking === 'value') value += text
      else if (taking === 'inline') inline += text
      else if (taking === 'formula' && formula.length < 200) formula += text
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') taking = undefined
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c') {
        const cell = readCell(type, value, inline, formula, workbook, workbook.formats[style], strings)
        if (cell === '') return
        while (cells.length < column) cells.push('')
        cells[column] = cell
      } else if (name === 'row' && cells.length > 0) {
        onRow(isHidden ? { number: rowNumber, cells, hidden: true } : { number: rowNumber, cells })
      }
    },
  })
  return { hiddenColumns: [...hiddenColumns].toSorted((a, b) => a - b), merges }
}

function readCell(
  type: string,
  value: string,
  inline: string,
  formula: string,
  workbook: Workbook,
  format: NumberFormat | undefined,
  strings: readonly string[],
): Cell {
  if (type === 's')
    return value === '' ? '' : (strings[Number(value)] ?? refuse('corrupted', 'a shared text is missing'))
  if (type === 'inlineStr') return unescaped(inline || value)
  if (value === '' && inline === '')
    return formula === '' || type === 'str' ? '' : { kind: 'error', text: `=${formula}` }
  if (type === 'str') return unescaped(value)
  if (type === 'e') return { kind: 'error', text: value }
  if (type === 'b')
    return { kind: 'boolean', value: value.trim() === '1', text: value.trim() === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return isoCell(value.trim())
  return numberCell(value.trim(), format, workbook.is1904)
}

function numberCell(raw: string, format: NumberFormat | undefined, is1904: boolean): Cell {
  if (raw === '' || Number.isNaN(Number(raw))) return raw
  if (format?.isDate) {
    const date = dateOfSerial(Number(raw), is1904)
    if (date) return { kind: 'date', value: date, text: date.replace('T', ' ') }
  }
  const digits = exactDigits(raw)
  return { kind: 'number', value: digits, text: shownNumber(typedDigits(digits), format?.code ?? null) }
}

function isoCell(value: string): Cell {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?)?$/.exec(value)
  if (!match) return value
  const [, day = '', time] = match
  const seconds = time?.length === 5 ? `${time}:00` : time
  const date = seconds && seconds !== '00:00:00' ? `${day}T${seconds}` : day
  return { kind: 'date', value: date, text: date.replace('T', ' ') }
}

/** Each shared text once; rich text loses its dress, readings above the characters are left out. */
async function readSharedStrings(source: OfficePackage, part: string): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let isTaking = false
  let isPhonetic = false
  await source.scan(part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isTaking = !isPhonetic
    },
    text(run) {
      if (isTaking) text += run
    },
    close(name) {
      if (name === 't') isTaking = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(unescaped(text))
    },
  })
  return strings
}

/** `_x000D_` stands for a character XML cannot hold; line ends become what the rest of the world writes. */
function unescaped(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  return decoded.includes('\r') ? decoded.replace(/\r+\n?/g, '\n') : decoded
}

export function columnOf(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (at === 0 || column > limits.columns) refuse('corrupted', 'a cell outside the sheet')
  return column - 1
}

function hideColumns(hidden: Set<number>, attributes: string): void {
  const first = Number(attribute(attributes, 'min') ?? 0)
  const last = Math.min(Number(attribute(attributes, 'max') ?? 0), limits.columns)
  for (let column = Math.max(first, 1); column <= last; column++) hidden.add(column - 1)
}

function mergeOf(reference: string): Merge | undefined {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/i.exec(reference)
  if (!match) return undefined
  const [, left = '', top, right = '', bottom] = match
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) }
}
