import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'

export interface HostArguments {
  readonly dataDir: string
  readonly port: number
  readonly opensBrowser: boolean
  /** Starts with invented customers, in a folder of its own. */
  readonly isDemo: boolean
  /** The moment to start the clock at, for tests and screenshots. */
  readonly startAt: Date | undefined
}

const options = {
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  demo: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  clock: { type: 'string' },
} as const

/** Throws with a sentence for the user where an argument makes no sense. */
export function readArguments(args: string[]): HostArguments {
  const { values } = parseArgs({ args, options })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`)
  const startAt = values.clock === undefined ? undefined : new Date(values.clock)
  if (startAt && Number.isNaN(startAt.getTime())) throw new Error(`--clock ${values.clock} is not a moment`)

  const ownFolder = dataFolder({ platform: process.platform, env: process.env, home: homedir() })
  return {
    dataDir:
      values.data === undefined ? (values.demo ? join(ownFolder, '..', 'demo') : ownFolder) : resolve(values.data),
    port,
    opensBrowser: !values['no-open'],
    isDemo: values.demo,
    startAt,
  }
}
