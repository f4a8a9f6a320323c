import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { OpenProblem } from '#contract/host.ts'
import { type Core, openCore } from '#core/core.ts'
import { router } from '#core/router.ts'
import manifest from '../package.json' with { type: 'json' }
import type { HostArguments } from './arguments.ts'
import { language, words } from './words.ts'

/** Opens the core as the command line asks. A demonstration without a folder of its own leaves nothing behind. */
export async function openHostCore({ dataFolder, isDemo, startAt }: HostArguments): Promise<Core> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'shuke-demo-'))
  const clockOffset = startAt ? startAt.getTime() - Date.now() : 0
  const core = await openCore({ dataFolder: folder, version: manifest.version, clockOffset })
  if (isDemo) await fillWithSamples(core)
  if (dataFolder !== undefined) return core

  return {
    ...core,
    async [Symbol.asyncDispose]() {
      await core[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Why opening failed, for the shell to say. What is not a known problem of the file is a fault of ours. */
export function openProblemIn(error: unknown): { readonly problem: OpenProblem; readonly path: string } {
  const { problem, path } = Object(error)
  return { problem: OpenProblem.catch('unknown').parse(problem), path: typeof path === 'string' ? path : '' }
}

async function fillWithSamples({ context }: Core): Promise<void> {
  const { settings } = createRouterClient(router, { context })
  const { isSetUp } = await settings.start()
  if (!isSetUp) await settings.setUp({ language, ...words.demo, trade: 'general', withSampleData: true })
}
