import { limits } from './limits.ts'
import type { OutputCell, OutputColumn, OutputSheet } from './sheet-output.ts'
import { styles, styleOf, styleOfColumn, HEADER_STYLE } from './workbook-styles.ts'
import { type ZipPart, writeZip } from './write-zip.ts'

const CHUNK_CHARS = 128 * 1024

/** An .xlsx workbook as bytes, row by row: memory does not grow with the number of rows. */
export function writeWorkbook(sheets: readonly OutputSheet[]): AsyncGenerator<Uint8Array> {
  return writeZip(partsOf(sheets.map((sheet, index) => ({ ...sheet, name: sheetName(sheet.name, index, sheets) }))))
}

function* partsOf(sheets: readonly OutputSheet[]): Generator<ZipPart> {
  const counts: number[] = []
  for (const [index, sheet] of sheets.entries()) {
    yield {
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet, index === 0, (rows) => (counts[index] = rows)),
    }
  }
  yield { name: 'xl/workbook.xml', content: [workbookXml(sheets, counts)] }
  yield { name: 'xl/styles.xml', content: [styles] }
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheets)] }
  yield { name: '_rels/.rels', content: [packageRelations] }
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets)] }
}

async function* sheetXml(sheet: OutputSheet, isFirst: boolean, onEnd: (rows: number) => void): AsyncGenerator<string> {
  let xml = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>`
  xml += '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  if (sheet.columns.length > 0) xml += `<cols>${sheet.columns.map(columnXml).join('')}</cols>`
  xml += `<sheetData>${headerXml(sheet.columns)}`
  let row = 1
  for await (const cells of sheet.rows) {
    if (++row > limits.rows) throw new RangeError('a sheet ends at 1,048,576 rows')
    xml += rowXml(cells, row)
    if (xml.length < CHUNK_CHARS) continue
    yield xml
    xml = ''
  }
  onEnd(row)
  xml += '</sheetData>'
  if (sheet.columns.length > 0) xml += `<autoFilter ref="A1:${columnName(sheet.columns.length - 1)}${row}"/>`
  yield `${xml}${choicesXml(sheet.columns)}</worksheet>`
}

function columnXml({ width, format }: OutputColumn, index: number): string {
  const style = styleOfColumn(format)
  const worn = style === undefined ? '' : ` style="${style}"`
  return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(Math.max(width, 6), 60)}"${worn} customWidth="1"/>`
}

/** Drop-down lists under the header of their column. */
function choicesXml(columns: readonly OutputColumn[]): string {
  const lists = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return []
    const cells = `${columnName(index)}2:${columnName(index)}${limits.rows}`
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>${escapeXml(choices)}</formula1></dataValidation>`
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

function headerXml(columns: readonly OutputColumn[]): string {
  const cells = columns.map(({ header }) => `<c s="${HEADER_STYLE}" t="inlineStr">${inlineText(header)}</c>`)
  return `<row r="1">${cells.join('')}</row>`
}

function rowXml(cells: readonly OutputCell[], row: number): string {
  let xml = `<row r="${row}">`
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    // Cells need no address of their own while none before them is left out.
    if (cell === null || cell === undefined || cell === '') xml += '<c/>'
    else xml += cellXml(cell)
  }
  return `${xml}</row>`
}

function cellXml(cell: Exclude<OutputCell, null>): string {
  const style = styleOf(cell)
  if (typeof cell === 'string') return `<c s="${style}" t="inlineStr">${inlineText(cell)}</c>`
  if (cell.kind === 'boolean') return `<c t="b"><v>${cell.value ? 1 : 0}</v></c>`
  if (cell.kind !== 'day' && cell.kind !== 'minute') return `<c s="${style}"><v>${cell.value}</v></c>`
  const serial = serialOf(cell.value)
  // A sheet has no days before 1900: they stay what they are, as text.
  return serial === undefined
    ? `<c t="inlineStr">${inlineText(cell.value)}</c>`
    : `<c s="${style}"><v>${serial}</v></c>`
}

/** The most one cell can hold, in every spreadsheet program. */
export const CELL_CHARS = 32_767

function inlineText(text: string): string {
  const kept = text.length > CELL_CHARS ? text.slice(0, CELL_CHARS) : text
  return `<is><t xml:space="preserve">${escapeXml(kept)}</t></is>`
}

const unsafe = /[&<>"\uFFFE\uFFFF]|(?![\t\n])[\p{Cc}]|_x[\da-fA-F]{4}_|\p{Cs}/u
const everyUnsafe = new RegExp(unsafe.source, 'gu')

/** XML cannot hold control characters; a workbook writes them as `_x000B_`, and a text that looks so gets its own escape. */
export function escapeXml(text: string): string {
  if (!unsafe.test(text)) return text
  return text.replace(everyUnsafe, (char) => {
    if (char === '&') return '&amp;'
    if (char === '<') return '&lt;'
    if (char === '>') return '&gt;'
    if (char === '"') return '&quot;'
    if (char.length > 1) return `_x005F${char}`
    const code = char.charCodeAt(0)
    return code >= 0xd800 ? '\uFFFD' : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

function serialOf(local: string): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number)
  if (year < 1900 || year > 9999) return undefined
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000
  return (days < 61 ? days - 1 : days) + (hour * 60 + minute) / 1440
}

export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** Sheet names end at 31 characters, hold none of []:*?/\ and differ. */
function sheetName(name: string, index: number, sheets: readonly OutputSheet[]): string {
  const plain =
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
      .slice(0, 31) || `Sheet${index + 1}`
  const isTaken = sheets.slice(0, index).some((other) => other.name.toLowerCase() === name.toLowerCase())
  return isTaken ? `${plain.slice(0, 27)} (${index + 1})` : plain
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function workbookXml(sheets: readonly OutputSheet[], rows: readonly number[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  // Excel itself marks the range of a filter with this hidden name, and some readers look only there.
  const filters = sheets.map(({ name, columns }, index) => {
    const range = `'${escapeXml(name.replaceAll("'", "''"))}'!$A$1:$${columnName(Math.max(columns.length - 1, 0))}$${rows[index] ?? 1}`
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName>`
  })
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${list.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`
}

function workbookRelations(sheets: readonly OutputSheet[]): string {
  const list = sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  return relations([...list, relation('rIdStyles', 'styles', 'styles.xml')])
}

const packageRelations = relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`
}

function relations(list: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${list.join('')}</Relationships>`
}

function contentTypes(sheets: readonly OutputSheet[]): string {
  const parts = [
    override('xl/workbook.xml', 'sheet.main'),
    override('xl/styles.xml', 'styles'),
    ...sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet')),
  ]
  const rels = 'application/vnd.openxmlformats-package.relationships+xml'
  return `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

function override(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="${mime}.${type}+xml"/>`
}
