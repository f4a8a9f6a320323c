import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from './data-folder.ts'

export interface HostArguments {
  /** Nothing for a demonstration that is to leave nothing behind. */
  readonly dataFolder: string | undefined
  readonly port: number
  readonly opensBrowser: boolean
  /** Starts with invented customers. */
  readonly isDemo: boolean
  /** The moment the clock starts at, to try out another day. */
  readonly startAt: Date | undefined
}

/** Throws a sentence for the user where an argument makes no sense. */
export function readArguments(args: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      demo: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      clock: { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`)
  const startAt = values.clock === undefined ? undefined : new Date(values.clock)
  if (startAt && Number.isNaN(startAt.getTime())) throw new Error(`--clock ${values.clock} is not a moment`)

  return {
    dataFolder: values.data !== undefined ? resolve(values.data) : values.demo ? undefined : ownFolder(),
    port,
    opensBrowser: !values['no-open'],
    isDemo: values.demo,
    startAt,
  }
}

function ownFolder(): string {
  return defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() })
}
