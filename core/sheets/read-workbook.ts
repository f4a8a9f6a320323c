import { isDateFormat } from './number-format.ts'
import type { OfficePackage } from './open-package.ts'
import { refuse } from './refusal.ts'
import { attribute, type XmlHandler } from './scan-xml.ts'

export interface Workbook {
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
  readonly sharedStringsPart: string | undefined
  readonly formats: readonly NumberFormat[]
}

export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

export interface NumberFormat {
  readonly isDate: boolean
  readonly code: string | null
}

/** What the small parts of a workbook say: its sheets, its calendar and its number formats. */
export async function readWorkbook(source: OfficePackage): Promise<Workbook> {
  const part = await workbookPart(source)
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : ''
  const relations = await relationsOf(source, part)
  const sheets: SheetPart[] = []
  let is1904 = false
  await source.scan(part, {
    ...nothing,
    open(name, attributes) {
      if (name === 'workbookPr') is1904 ||= isTrue(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      const target = relations.get(attribute(attributes, 'id') ?? '')
      // Chart sheets and macro sheets hold no rows.
      if (!target || !/worksheet$/i.test(target.type)) return
      const state = attribute(attributes, 'state')
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        part: resolvePart(folder, target.target),
        isHidden: state === 'hidden' || state === 'veryHidden',
      })
    },
  })
  if (sheets.length === 0) refuse('corrupted', 'no worksheet')

  const partOf = (type: RegExp, fallback: string) => {
    const relation = [...relations.values()].find((candidate) => type.test(candidate.type))
    const name = relation ? resolvePart(folder, relation.target) : folder + fallback
    return source.has(name) ? name : undefined
  }
  const stylesPart = partOf(/styles$/i, 'styles.xml')
  return {
    sheets,
    is1904,
    sharedStringsPart: partOf(/sharedStrings$/i, 'sharedStrings.xml'),
    formats: stylesPart ? await readFormats(source, stylesPart) : [],
  }
}

const nothing: XmlHandler = { open() {}, close() {}, text() {} }

interface Relation {
  readonly type: string
  readonly target: string
}

async function workbookPart(source: OfficePackage): Promise<string> {
  const root = source.has('_rels/.rels') ? await relationsAt(source, '_rels/.rels') : new Map<string, Relation>()
  const named = [...root.values()].find((relation) => /officeDocument$/i.test(relation.type))
  const part = named ? resolvePart('', named.target) : 'xl/workbook.xml'
  if (source.has(part)) return part
  return source.has('xl/workbook.xml') ? 'xl/workbook.xml' : refuse('notASpreadsheet', 'a ZIP without a workbook')
}

function relationsOf(source: OfficePackage, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1
  return relationsAt(source, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
}

async function relationsAt(source: OfficePackage, name: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  await source.scan(name, {
    ...nothing,
    open(element, attributes) {
      if (element !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const id = attribute(attributes, 'Id') ?? ''
      relations.set(id, { type: attribute(attributes, 'Type') ?? '', target: attribute(attributes, 'Target') ?? '' })
    },
  })
  return relations
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const parts: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}

/** The number format of each cell style, by the style's index. */
async function readFormats(source: OfficePackage, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCellStyles = false
  await source.scan(part, {
    ...nothing,
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true
      else if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && inCellStyles)
        formats.push(formatOf(Number(attribute(attributes, 'numFmtId') ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return formats
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id) ?? builtInCodes[id] ?? null
  return { isDate: isDateFormat(id, code), code }
}

/** The shipped formats that show something else than the digits; dates are known by their number. */
const builtInCodes: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' }

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
