import { extname } from 'node:path'
import { cleanText } from '#contract/text.ts'

const longest = 255

// Marks that turn the direction of writing, so that `exe.gpj` reads as `jpg.exe`, and characters one cannot see.
const hidden = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g

/** A name as it is shown and offered for saving: no path, nothing hidden, one line, otherwise as the user has it. */
export function cleanFileName(name: string): string {
  const shown = cleanText(name).text.replace(hidden, '').replace(/\s+/g, ' ').trim()
  const last = shown.slice(Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\')) + 1).trim()
  return shortened(/^\.*$/.test(last) ? 'file' : last)
}

/** The new name of a file: what its ending says it is does not change with it. */
export function renamed(from: string, to: string): string {
  const clean = cleanFileName(to.replace(/[/\\]/g, '-'))
  const ending = extname(from)
  return extname(clean).toLowerCase() === ending.toLowerCase() ? clean : shortened(`${clean}${ending}`)
}

function shortened(name: string): string {
  if (name.length <= longest) return name
  const ending = extname(name).slice(0, 32)
  return `${name
    .slice(0, longest - ending.length)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}${ending}`
}
