import { setImmediate } from 'node:timers/promises'

/**
 * For a long loop: awaited at every step, it lets the event loop turn once in so many milliseconds, so that a keystroke
 * in between is answered. Ends the loop by an error when the signal says so.
 */
export function turns(milliseconds: number, signal?: AbortSignal): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    signal?.throwIfAborted()
    if (performance.now() - last < milliseconds) return undefined
    return setImmediate().then(() => {
      last = performance.now()
    })
  }
}
