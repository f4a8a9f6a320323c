import type { OutputCell } from './sheet-output.ts'

export const HEADER_STYLE = 1

/** Which of the styles below a cell wears. */
export function styleOf(cell: Exclude<OutputCell, null>): number {
  if (typeof cell === 'string')
    return /^[=+\-@\t\r']/.test(cell) ? TEXT_QUOTED : cell.includes('\n') ? TEXT_WRAPPED : TEXT
  return { number: 0, money: MONEY, boolean: 0, day: DAY, minute: MINUTE }[cell.kind]
}

/** The style of a column's cells that are empty still. */
export function styleOfColumn(format: 'text' | 'day' | undefined): number | undefined {
  return format && { text: TEXT, day: DAY }[format]
}

const TEXT = 2
const TEXT_QUOTED = 3
const TEXT_WRAPPED = 4
const MONEY = 5
const DAY = 6
const MINUTE = 7

const formats = { money: 164, day: 165, minute: 166, text: 49 }

// quotePrefix is how a spreadsheet remembers the ' that a person types before text that is not to be a formula: the
// text stays text even when the cell is edited later.
const cellStyles = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/>',
  xf(formats.text),
  xf(formats.text, ' quotePrefix="1"'),
  `<xf numFmtId="${formats.text}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  xf(formats.money),
  xf(formats.day),
  xf(formats.minute),
]

function xf(format: number, more = ''): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`
}

export const styles = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="3">',
  `<numFmt numFmtId="${formats.money}" formatCode="#,##0.00"/>`,
  `<numFmt numFmtId="${formats.day}" formatCode="yyyy\\-mm\\-dd"/>`,
  `<numFmt numFmtId="${formats.minute}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>`,
  '</numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF1F3F5"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FFCED4DA"/></bottom><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cellStyles.length}">${cellStyles.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
