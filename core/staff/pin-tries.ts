import type { StaffId } from '#contract/common.ts'

const freeTries = 2
const firstWait = 5
const longestWait = 300

/** Seconds to wait after so many wrong tries in a row. */
export function waitAfter(wrongTries: number): number {
  return wrongTries <= freeTries ? 0 : Math.min(firstWait * 2 ** (wrongTries - freeTries - 1), longestWait)
}

export interface PinTries {
  /** Seconds until the next try is looked at; 0: now. */
  waitOf(id: StaffId, now: number): number
  /** Counts a try as wrong before it is looked at, so that many at once gain nothing. Says how long to wait then. */
  count(id: StaffId, now: number): number
  forget(id: StaffId): void
}

/** Wrong PINs since the program started. */
export function pinTries(): PinTries {
  const tries = new Map<StaffId, { readonly wrong: number; readonly openAt: number }>()
  return {
    waitOf: (id, now) => Math.ceil(Math.max(0, (tries.get(id)?.openAt ?? 0) - now) / 1000),
    count(id, now) {
      const wrong = (tries.get(id)?.wrong ?? 0) + 1
      const wait = waitAfter(wrong)
      tries.set(id, { wrong, openAt: now + wait * 1000 })
      return wait
    },
    forget: (id) => void tries.delete(id),
  }
}
