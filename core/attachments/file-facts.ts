import { extname } from 'node:path'
import { pictureSize } from './picture-size.ts'

export interface FileFacts {
  readonly mediaType: string
  /** Of a picture, in pixels. */
  readonly width: number | null
  readonly height: number | null
}

const unknown = 'application/octet-stream'

/** What a file is: by its first bytes where they say it, else by the ending of its name. */
export function fileFacts(name: string, head: Uint8Array): FileFacts {
  const picture = pictureSize(head)
  if (picture) return picture
  const byName = mediaTypes[extname(name).slice(1).toLowerCase()] ?? unknown
  const container = containers.find(({ signature }) => startsWith(head, signature))
  const mediaType = container && !container.holds?.test(byName) ? container.mediaType : byName
  return { mediaType, width: null, height: null }
}

// No pictures that browsers draw: those are known by their bytes or not at all.
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  wps: 'application/vnd.ms-works',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroenabled.12',
  et: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  dps: 'application/vnd.ms-powerpoint',
  odp: 'application/vnd.oasis.opendocument.presentation',
  txt: 'text/plain',
  md: 'text/markdown',
  htm: 'text/html',
  html: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
  eml: 'message/rfc822',
  vcf: 'text/vcard',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  '7z': 'application/x-7z-compressed',
  gz: 'application/gzip',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  psd: 'image/vnd.adobe.photoshop',
  dwg: 'image/vnd.dwg',
  dxf: 'image/vnd.dxf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  amr: 'audio/amr',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  mkv: 'video/x-matroska',
  webm: 'video/webm',
}

/** First bytes that many kinds share: the ending may say which of them it is, and nothing else. */
const containers = [
  { signature: '%PDF-', mediaType: 'application/pdf', holds: /pdf$/ },
  { signature: 'PK\u0003\u0004', mediaType: 'application/zip', holds: /zip|openxmlformats|opendocument|macroenabled/ },
  { signature: '\u00D0\u00CF\u0011\u00E0', mediaType: 'application/x-cfb', holds: /msword|ms-/ },
  { signature: 'Rar!\u001A\u0007', mediaType: 'application/vnd.rar', holds: /rar$/ },
  { signature: '7z\u00BC\u00AF\u0027\u001C', mediaType: 'application/x-7z-compressed', holds: /7z/ },
  { signature: '\u001F\u008B', mediaType: 'application/gzip', holds: /gzip$/ },
  { signature: 'MZ', mediaType: 'application/vnd.microsoft.portable-executable', holds: null },
] as const

function startsWith(head: Uint8Array, signature: string): boolean {
  return [...signature].every((letter, place) => head[place] === letter.charCodeAt(0))
}
