import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../../..')

export interface HostOptions {
  readonly dataFolder: string
  /** The moment the host's clock starts at, as local time. */
  readonly clock: string
}

export interface Host extends AsyncDisposable {
  /** An address with a code that opens a window once. */
  readonly address: string
}

/** The built app on the browser host, as `npm run start:web` runs it, on a clock and a data folder of its own. */
export async function startHost({ dataFolder, clock }: HostOptions): Promise<Host> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/node/web.js'), '--data', dataFolder, '--port', '0', '--no-open', '--clock', clock],
    { cwd: root, env: { ...process.env, TZ: 'Asia/Shanghai' }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const exited = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))

  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined) continue
    return {
      address,
      async [Symbol.asyncDispose]() {
        child.kill()
        await exited
      },
    }
  }
  throw new Error(`The host did not start. ${complaints}`)
}
