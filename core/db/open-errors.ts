/** Why a data file cannot be opened. The window says it in the user's language and offers what helps. */
export type OpenProblem =
  | 'missing'
  | 'empty'
  | 'notOurs'
  | 'newer'
  | 'damaged'
  | 'inUse'
  | 'readOnly'
  | 'diskFull'
  | 'pathTooLong'
  | 'unsafeSqlite'

export class OpenError extends Error {
  override name = 'OpenError'
  readonly problem: OpenProblem
  readonly path: string

  constructor(problem: OpenProblem, path: string, cause?: unknown) {
    super(`The data file cannot be opened: ${problem}.`, { cause })
    this.problem = problem
    this.path = path
  }
}

/** What an error of SQLite or the file system means for somebody who wants to open a file. */
export function openProblemOf(error: unknown): OpenProblem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return 'inUse'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_SHMSIZE') return 'diskFull'
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'readOnly'
  if (code === 'SQLITE_CANTOPEN') return 'readOnly'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return 'damaged'
  return null
}
