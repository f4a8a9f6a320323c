import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Cell, Row } from '#core/sheets/cell.ts'
import { SheetRefusal } from '#core/sheets/refusal.ts'
import { type OpenSheet, readSheet, type ReadOptions } from '#core/sheets/read-sheet.ts'
import { writeZip, type ZipPart } from '#core/sheets/write-zip.ts'

/** A folder for files that a test makes, gone when it ends. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'shuke-sheets-'))
  return {
    path: (name: string) => join(folder, name),
    async file(name: string, content: string | Uint8Array) {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    },
    async stream(name: string, content: AsyncIterable<Uint8Array>) {
      await pipeline(content, createWriteStream(join(folder, name)))
      return join(folder, name)
    },
    bytes: (name: string) => readFile(join(folder, name)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

export async function allRows(sheet: OpenSheet): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of sheet.pages()) rows.push(...page)
  return rows
}

export async function rowsOf(path: string, options?: ReadOptions): Promise<Row[]> {
  await using sheet = await readSheet(path, options)
  return await allRows(sheet)
}

export async function cellsOf(path: string, options?: ReadOptions): Promise<(readonly Cell[])[]> {
  return (await rowsOf(path, options)).map((row) => row.cells)
}

/** Why a file is refused; undefined when it is not. */
export async function refusalOf(path: string, options?: ReadOptions): Promise<string | undefined> {
  try {
    await using sheet = await readSheet(path, options)
    return sheet.summary.rows > 0 ? undefined : 'nothing'
  } catch (error) {
    return problemOf(error)
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a refusal says; anything else is a fault and thrown on. */
export function problemOf(error: unknown): string {
  if (error instanceof SheetRefusal) return error.problem
  throw error
}

interface RawWorkbook {
  /** What stands inside `<worksheet>`. */
  readonly sheet: AsyncIterable<string> | Iterable<string>
  readonly before?: string
  readonly workbookPr?: string
  readonly cellStyles?: string
  readonly numberFormats?: string
  readonly sharedStrings?: string
  readonly more?: readonly ZipPart[]
}

/** A workbook written out by hand, for what no honest program writes. */
export function rawWorkbook(raw: RawWorkbook): AsyncGenerator<Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
  async function* sheet() {
    yield `<?xml version="1.0"?>${raw.before ?? ''}<worksheet xmlns="${main}">`
    yield* raw.sheet
    yield '</worksheet>'
  }
  return writeZip([
    { name: '_rels/.rels', content: [relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))] },
    {
      name: 'xl/workbook.xml',
      content: [
        `<workbook xmlns="${main}" xmlns:r="${office}">${raw.workbookPr ?? ''}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relations(
          relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
            relation('r2', 'styles', 'styles.xml') +
            (raw.sharedStrings ? relation('r3', 'sharedStrings', 'sharedStrings.xml') : ''),
        ),
      ],
    },
    {
      name: 'xl/styles.xml',
      content: [
        `<styleSheet xmlns="${main}">${raw.numberFormats ?? ''}<cellXfs>${raw.cellStyles ?? '<xf/>'}</cellXfs></styleSheet>`,
      ],
    },
    ...(raw.sharedStrings ? [{ name: 'xl/sharedStrings.xml', content: [raw.sharedStrings] }] : []),
    ...(raw.more ?? []),
    { name: 'xl/worksheets/sheet1.xml', content: sheet() },
  ])
}
