import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Real files from the world outside, where they have been laid beside the project. */
export const hasSharedData = existsSync(root)

export function sharedData(path: string): string {
  return root + path
}

/** Names of the files in a folder and below, with the folder before them. */
export function sharedFiles(folder: string): string[] {
  if (!hasSharedData) return []
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .toSorted()
}
