import { setImmediate } from 'node:timers/promises'

/**
 * Does something to every item in order and lets the event loop turn after each slice, so that a long write does not
 * keep the user waiting at the next key.
 */
export async function inSlices<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  for (const [index, item] of items.entries()) {
    await work(item)
    if (index % size === size - 1) await setImmediate()
  }
}

/** The same for work that takes many items at once. */
export async function inPages<T>(
  items: readonly T[],
  size: number,
  work: (page: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += size) {
    await work(items.slice(at, at + size))
    await setImmediate()
  }
}
