import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFiles } from '#contract/page.ts'

export function readPageFiles(folder: string): PageFiles {
  const files = globSync('**/*.*', { cwd: folder }).map((name) => {
    const file = join(folder, name)
    return [
      `/${name.replaceAll('\\', '/')}`,
      name.endsWith('.html') ? readFileSync(file, 'utf8') : readFileSync(file),
    ] as const
  })
  return new Map(files)
}
