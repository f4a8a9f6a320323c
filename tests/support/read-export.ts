import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre'

/** The cells of one sheet of a workbook as an independent library reads them; days as `YYYY-MM-DD`, empty ones as ''. */
export async function readCells(path: string, sheetName: string): Promise<(string | number | boolean)[][]> {
  const { sheets } = await readXlsx(await readFile(path))
  const sheet = sheets.find(({ name }) => name === sheetName)
  if (!sheet) throw new Error(`There is no sheet ${sheetName}`)
  const width = Math.max(...sheet.rows.map((row) => row.length))
  return sheet.rows.map((row) => Array.from({ length: width }, (_, at) => plain(row[at])))
}

function plain(cell: unknown): string | number | boolean {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : ''
}
