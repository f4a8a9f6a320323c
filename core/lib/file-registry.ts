import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FileHandle, FileToken } from '#contract/files.ts'
import { fail } from './fail.ts'

/**
 * Files by token, so that no path ever reaches the page.
 *
 * Picked files and attachments stay where they are; uploads and exports lie in a folder of ours that is emptied at every start.
 */
export interface FileRegistry {
  /** Makes a file known that stays where it lies, under its own name or another. */
  add(path: string, name?: string): FileHandle
  /** A new file in our own folder, to be written by the caller and then `finish`ed. */
  create(name: string): { token: FileToken; path: string; finish: () => FileHandle }
  pathOf(token: FileToken): string
  nameOf(token: FileToken): string
  handleOf(token: FileToken): FileHandle
  forget(token: FileToken): void
}

interface Entry {
  readonly path: string
  readonly name: string
  readonly ours: boolean
}

export function fileRegistry(folder: string): FileRegistry {
  rmSync(folder, { recursive: true, force: true })
  const entries = new Map<FileToken, Entry>()

  const entryOf = (token: FileToken) => entries.get(token) ?? fail('NOT_FOUND', { entity: 'file', id: 0 })

  function handleOf(token: FileToken): FileHandle {
    const { path, name } = entryOf(token)
    return { token, name, size: statSync(path).size }
  }

  return {
    add(path, name = basename(path)) {
      const token = newToken()
      entries.set(token, { path, name, ours: false })
      return handleOf(token)
    },
    create(name) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const token = newToken()
      const path = join(folder, token)
      entries.set(token, { path, name, ours: true })
      return { token, path, finish: () => handleOf(token) }
    },
    pathOf: (token) => entryOf(token).path,
    nameOf: (token) => entryOf(token).name,
    handleOf,
    forget(token) {
      const entry = entries.get(token)
      if (entry?.ours) rmSync(entry.path, { force: true })
      entries.delete(token)
    },
  }
}

function newToken(): FileToken {
  return FileToken.parse(randomBytes(24).toString('base64url'))
}
