import {
  type Icon,
  IconFile,
  IconFileMusic,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconMovie,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react'

const icons: readonly (readonly [kind: RegExp, icon: Icon])[] = [
  [/pdf$/, IconFileTypePdf],
  [/spreadsheet|excel|csv/, IconFileSpreadsheet],
  [/presentation|powerpoint/, IconPresentation],
  [/zip|rar|7z|compressed/, IconFileZip],
  [/^image\//, IconPhoto],
  [/^audio\//, IconFileMusic],
  [/^video\//, IconMovie],
  [/rfc822|vcard/, IconMail],
  [/^text\/|word|document|works|rtf/, IconFileText],
]

/** What sort of file it is, at a glance. Its name says it as well. */
export function FileIcon({ mediaType }: { readonly mediaType: string }) {
  const Found = icons.find(([kind]) => kind.test(mediaType))?.[1] ?? IconFile
  return <Found size={24} stroke={1.4} aria-hidden />
}
