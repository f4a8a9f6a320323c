import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Day } from '#contract/common.ts'
import { systemClock } from '#core/lib/clock.ts'
import { everyDay } from '#core/lib/every-day.ts'

const minute = 60_000
let today: string
const clock = { ...systemClock(), today: () => today as Day }

beforeEach(() => {
  vi.useFakeTimers()
  today = '2026-03-02'
})
afterEach(() => vi.useRealTimers())

it('does it soon after the start and once on every day that begins', async () => {
  const done: string[] = []
  await using _ = everyDay(clock, async () => void done.push(today))
  await vi.advanceTimersByTimeAsync(minute)
  expect(done).toEqual(['2026-03-02'])
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(done).toEqual(['2026-03-02'])
  today = '2026-03-03'
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(done).toEqual(['2026-03-02', '2026-03-03'])
})

it('tries again when it failed', async () => {
  let tries = 0
  await using _ = everyDay(clock, async () => {
    if (++tries === 1) throw new Error('the disk is full')
  })
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(tries).toBe(2)
})

it('is told to stop when the program ends, and waited for', async () => {
  let ended = false
  const daily = everyDay(clock, async (signal) => {
    await new Promise((stop) => signal.addEventListener('abort', stop))
    ended = true
  })
  await vi.advanceTimersByTimeAsync(minute)
  await daily[Symbol.asyncDispose]()
  expect(ended).toBe(true)
  today = '2026-03-03'
  await vi.advanceTimersByTimeAsync(60 * minute)
})
