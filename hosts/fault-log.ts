import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'

const largestLog = 1024 * 1024

interface Call<T> {
  readonly path: readonly string[]
  next(): Promise<T>
}

/**
 * Writes faults of ours into `logs/shuke.log` beside the data, the file before it kept as `shuke.old.log`.
 *
 * Never a message or a value, which could name a customer: the procedure, the kind of error, its code and where it rose.
 */
export function faultLog(dataFolder: string) {
  const folder = join(dataFolder, 'logs')

  function note(procedure: string, error: unknown): void {
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'shuke.log')
    if (sizeOf(file) > largestLog) renameSync(file, join(folder, 'shuke.old.log'))
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), procedure, ...traceOf(error) })}\n`)
  }

  return async function logFaults<T>({ path, next }: Call<T>): Promise<T> {
    try {
      return await next()
    } catch (error) {
      if (!(error instanceof ORPCError)) note(path.join('.'), error)
      throw error
    }
  }
}

function traceOf(error: unknown): { error: string; code: string | null; frames: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, code: null, frames: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    code: 'code' in error ? String(error.code) : null,
    frames: frames.map((frame) => frame.trim()),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
