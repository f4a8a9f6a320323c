import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { z } from 'zod'

/** Kept beside the data file, so that a missing file or an unclean end is noticed at the next start. */
const RunState = z.object({
  /** Count of write transactions when it was written. */
  commitSeq: z.int(),
  at: z.int(),
  /** The program ended as it should. */
  clean: z.boolean(),
})
export type RunState = z.infer<typeof RunState>

export function readRunState(dataFile: string): RunState | null {
  try {
    return RunState.parse(JSON.parse(readFileSync(statePath(dataFile), 'utf8')))
  } catch {
    return null
  }
}

/** Written beside and renamed over: on a full disk the old state stays whole. */
export function writeRunState(dataFile: string, state: RunState): void {
  const path = statePath(dataFile)
  const draft = `${path}.tmp`
  const file = openSync(draft, 'w')
  try {
    writeSync(file, JSON.stringify(state))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

function statePath(dataFile: string): string {
  return `${dataFile}.state.json`
}
