import type { FileProblem } from '#contract/errors.ts'

/** What the first bytes say. The name's extension is never asked: people rename files. */
export type Sniffed = 'zip' | 'text' | FileProblem

export const SNIFF_BYTES = 64 * 1024

/** `head` holds the first bytes of the file, at most `SNIFF_BYTES`. */
export function sniffFile(head: Uint8Array): Sniffed {
  if (head.length === 0) return 'empty'
  for (const [signature, kind] of signatures) if (startsWith(head, signature)) return kind
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return sniffOle(head)
  return sniffText(head)
}

const signatures: readonly (readonly [readonly number[], Sniffed])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'empty'],
  [[0x25, 0x50, 0x44, 0x46], 'notASpreadsheet'],
  [[0x89, 0x50, 0x4e, 0x47], 'notASpreadsheet'],
  [[0xff, 0xd8, 0xff], 'notASpreadsheet'],
  [[0x47, 0x49, 0x46, 0x38], 'notASpreadsheet'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'notASpreadsheet'],
  [[0x09, 0x08], 'oldExcel'],
  [[0x09, 0x04, 0x06, 0x00], 'oldExcel'],
]

/**
 * One container, two meanings: an .xls of before 2007, or a new workbook locked with a password.
 * The directory of a small file may lie past the sniffed head; then the caller passes more.
 */
export function sniffOle(bytes: Uint8Array): FileProblem {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (names.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'passwordProtected'
  const isExcel = ['Workbook', 'Book\0'].some((name) => names.includes(Buffer.from(name, 'utf16le')))
  return isExcel ? 'oldExcel' : 'notASpreadsheet'
}

function sniffText(head: Uint8Array): Sniffed {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  const visible = start
    .replaceAll('\0', '')
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .trimStart()
  if (/^<\?xml[^]*?(?:Excel\.Sheet|schemas-microsoft-com:office:spreadsheet)/i.test(visible)) return 'disguisedWorkbook'
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<\?xml[^>]*>\s*<(?:!doctype html|html|table))/i.test(visible)) {
    return 'disguisedWorkbook'
  }
  if (/^BEGIN:VCARD/i.test(visible)) return 'contactCards'
  if (/^BEGIN:VCALENDAR/i.test(visible)) return 'notASpreadsheet'
  return looksBinary(head) ? 'notASpreadsheet' : 'text'
}

/** NUL is not counted: text in UTF-16 is full of it, and the decoder decides about that. */
function looksBinary(head: Uint8Array): boolean {
  let control = 0
  for (const byte of head) {
    if (byte > 0 && byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++
  }
  return control > 4 && control / head.length > 0.02
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
