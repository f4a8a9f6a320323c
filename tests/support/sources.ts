import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** The text of every source file under the given folders, by path from the project's root. */
export function sourcesIn(...folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
  const sources = files.map((file) => file.replaceAll('\\', '/')).filter((file) => !file.endsWith('.d.ts'))
  return new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}
