import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFiles } from '#contract/page.ts'

export function readPageFiles(folder: string): PageFiles {
  return new Map(namesIn(folder).map((name) => [`/${name}`, read(join(folder, name))]))
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? namesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name],
  )
}

function read(file: string): string | Uint8Array<ArrayBuffer> {
  return file.endsWith('.html') ? readFileSync(file, 'utf8') : readFileSync(file)
}
