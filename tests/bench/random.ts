/** The same numbers on every machine for the same seed (mulberry32). */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from 0 up to `below`. */
  below(below: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** The first items of the list come up most, as surnames do. */
  pickEarly<T>(items: readonly T[]): T
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const at = <T>(items: readonly T[], position: number): T => {
    const item = items[Math.floor(position * items.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  return {
    next,
    below: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, next()),
    pickEarly: (items) => at(items, next() ** 2.2),
  }
}
