import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes new folders that only this user can read. All of them are gone when the program ends. */
export function foldersUntilExit(): () => string {
  let parent: string | undefined
  return () => {
    parent ??= folderUntilExit()
    return mkdtempSync(join(parent, 'copy-'))
  }
}

function folderUntilExit(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-open-'))
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Windows deletes nothing that another program has open.
    }
  })
  return folder
}
