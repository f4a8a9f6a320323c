// Programs, scripts, links and documents that may carry macros are left out: a double click must not run anything.
const openable = new Set(
  `pdf png jpg jpeg gif webp bmp tif tiff heic avif doc docx wps xls xlsx et ppt pptx dps odt ods odp rtf txt csv md
  mp3 m4a amr wav ogg flac mp4 mov avi mkv webm`.split(/\s+/),
)

/** Whether a copy of a file may be opened in another program; everything else is only saved. */
export function isOpenable(name: string): boolean {
  return openable.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}
