import type { Clock } from './context.ts'

const firstLook = 5_000
const nextLook = 10 * 60_000

/**
 * Does something soon after the start and once on every day that begins while the program runs. A time at which it
 * fails (the disk is full) is no harm: it is done on the next occasion.
 */
export function everyDay(clock: Clock, work: (signal: AbortSignal) => Promise<void>): AsyncDisposable {
  const ending = new AbortController()
  let doneOn: string | null = null
  let running: Promise<void> = Promise.resolve()
  let timer = setTimeout(look, firstLook).unref()

  async function doOnce(): Promise<void> {
    const today = clock.today()
    if (doneOn === today) return
    await work(ending.signal)
    doneOn = today
  }

  function look(): void {
    running = doOnce().catch(() => {})
    timer = setTimeout(look, nextLook).unref()
  }

  return {
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      ending.abort()
      await running
    },
  }
}
