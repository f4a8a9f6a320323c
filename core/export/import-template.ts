import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Language } from '#contract/common.ts'
import type { Field, FieldType } from '#contract/fields.ts'
import type { FileHandle } from '#contract/files.ts'
import { currentLayout } from '../fields/field-queries.ts'
import { severalHead } from '../fields/record-columns.ts'
import type { Context } from '../lib/context.ts'
import { failForDisk } from '../lib/disk-failure.ts'
import { labelIn } from '../lib/label.ts'
import type { OutputColumn, OutputSheet } from '../sheets/sheet-output.ts'
import { columnName, writeWorkbook } from '../sheets/write-workbook.ts'
import { fieldHints, templateWords, typeHints } from './template-words.ts'

/** An empty workbook to be filled in: a column for every field in use, and a sheet that says how. */
export async function importTemplate({ db, files }: Context, language: Language): Promise<FileHandle> {
  const words = templateWords[language]
  const { fields } = await currentLayout(db)
  const sheets = templateSheets(fields.filter(isAskedFor), language)
  const file = files.create(`${words.file}.xlsx`)
  try {
    await pipeline(writeWorkbook(sheets), createWriteStream(file.path, { mode: 0o600 }))
    return file.finish()
  } catch (error) {
    files.forget(file.token)
    return failForDisk(error)
  }
}

/** What is put away, out of use, sensitive or kept by the program is asked of nobody. */
function isAskedFor({ owner, hidden, retired, readOnly, sensitive }: Field): boolean {
  return owner === 'customer' && !hidden && !retired && !readOnly && !sensitive
}

function templateSheets(fields: readonly Field[], language: Language): OutputSheet[] {
  const words = templateWords[language]
  const lists = fields.filter((field) => offered(field, language).length > 0)
  const columns = fields.flatMap((field) => columnsOf(field, lists, language))
  const sheets: OutputSheet[] = [
    { name: words.customers, columns, rows: [] },
    {
      name: words.guide,
      columns: [
        { header: words.field, width: 20 },
        { header: words.required, width: 8 },
        { header: words.how, width: 60 },
      ],
      rows: fields.map((field) => [
        labelIn(language, field),
        field.required && field.key !== 'number' ? words.yes : null,
        hintOf(field, language),
      ]),
    },
  ]
  if (lists.length > 0) sheets.push(listSheet(lists, language))
  return sheets
}

/** An address is asked for in its parts, all else in one column. */
function columnsOf(field: Field, lists: readonly Field[], language: Language): OutputColumn[] {
  const label = labelIn(language, field)
  if (field.key === 'address') {
    const pieces = ['area', null, 'postcode'] as const
    return pieces.map((piece) => ({ header: severalHead(label, 1, piece, language), width: 20, format: 'text' }))
  }
  const place = lists.indexOf(field)
  const format = formats[field.type]
  return [
    {
      header: label,
      width: Math.max(12, label.length * 2 + 4),
      ...(format && { format }),
      ...(place >= 0 && { choices: rangeOf(place, offered(field, language).length, language) }),
    },
  ]
}

/** Text that looks like a number keeps its zeros; a day typed in any way becomes a day. */
const formats: Partial<Record<FieldType, 'text' | 'day'>> = {
  text: 'text',
  longText: 'text',
  phone: 'text',
  partialDate: 'text',
  customer: 'text',
  date: 'day',
}

function listSheet(lists: readonly Field[], language: Language): OutputSheet {
  const columns = lists.map((field) => offered(field, language))
  const length = Math.max(...columns.map((labels) => labels.length))
  return {
    name: templateWords[language].choices,
    columns: lists.map((field) => ({ header: labelIn(language, field), width: 18 })),
    rows: Array.from({ length }, (_, row) => columns.map((labels) => labels[row] ?? null)),
  }
}

function rangeOf(place: number, count: number, language: Language): string {
  const column = columnName(place)
  return `'${templateWords[language].choices}'!$${column}$2:$${column}$${count + 1}`
}

/** The choices as one may pick them; yes and no are words here too. */
function offered({ type, choices }: Field, language: Language): string[] {
  if (type === 'yesNo') return [...templateWords[language].yesNo]
  return choices.filter(({ hidden }) => !hidden).map((choice) => labelIn(language, choice))
}

function hintOf({ key, type, shipped }: Field, language: Language): string {
  const own = shipped ? fieldHints[language][key] : undefined
  return own ?? typeHints[language][type] ?? ''
}
