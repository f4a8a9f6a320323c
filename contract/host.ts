import { oc } from '@orpc/contract'
import { z } from 'zod'
import { FileHandle, FileToken } from './files.ts'

/** Why the data file cannot be opened. `unknown` is a fault of ours. */
export const OpenProblem = z.enum([
  'missing',
  'empty',
  'notOurs',
  'newer',
  'damaged',
  'inUse',
  'readOnly',
  'diskFull',
  'pathTooLong',
  'unsafeSqlite',
  'unknown',
])
export type OpenProblem = z.infer<typeof OpenProblem>

/** The first thing the core's process says to the shell. */
export const CoreStart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), problem: OpenProblem, path: z.string() }),
])
export type CoreStart = z.infer<typeof CoreStart>

/** What the shell asks of the core's process: files by path or to be written, and the end. Never anything about customers. */
export const host = {
  addFile: oc.input(z.object({ path: z.string() })).output(FileHandle),
  newFile: oc.input(z.object({ name: z.string() })).output(z.object({ token: FileToken, path: z.string() })),
  locateFile: oc.input(z.object({ token: FileToken })).output(z.object({ path: z.string(), name: z.string() })),
  close: oc.output(z.object({})),
}
