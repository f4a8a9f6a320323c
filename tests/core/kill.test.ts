import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { root } from '../support/sources.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const kills = 15

it(`loses no acknowledged save in ${kills} kills`, { timeout: 120_000 }, async () => {
  const dataFolder = temporaryFolder()
  const acknowledged: number[] = []

  for (let kill = 0; kill < kills; kill++) {
    acknowledged.push(...(await savesUntilKilled(dataFolder, kill * 100_000)))
    const { saved, withoutFollowUp, integrity, brokenKeys } = await lookInto(dataFolder)

    expect(integrity).toBe('ok')
    expect(brokenKeys).toEqual([])
    expect(withoutFollowUp).toEqual([])
    expect(acknowledged.filter((number) => !saved.has(`第 ${number} 次`))).toEqual([])
  }
  expect(acknowledged.length).toBeGreaterThan(kills * 5)
})

/** The numbers of the saves that were acknowledged before the process was killed, at a random moment. */
async function savesUntilKilled(dataFolder: string, first: number): Promise<number[]> {
  const saver = join(root, 'tests/support/save-until-killed.ts')
  const child = spawn(process.execPath, [saver, dataFolder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const numbers: number[] = []
  const lines = createInterface({ input: child.stdout }).on('line', (line) => void numbers.push(Number(line)))
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])

  await Promise.race([once(lines, 'line'), ended])
  await sleep(20 + Math.random() * 250)
  child.kill('SIGKILL')
  await ended
  return numbers
}

async function lookInto(dataFolder: string) {
  await using core = await openCore({ dataFolder, version: 'test' })
  const { sqlite } = core.context.database
  const texts = (sql: string) => sqlite.prepare(sql).pluck().all().map(String)
  return {
    integrity: sqlite.pragma('integrity_check', { simple: true }),
    brokenKeys: sqlite.pragma('foreign_key_check'),
    saved: new Set(texts('SELECT situation FROM visits')),
    // A visit and its appointment are one save: half of it would be a torn transaction.
    withoutFollowUp: texts('SELECT situation FROM visits EXCEPT SELECT title FROM follow_ups'),
  }
}
