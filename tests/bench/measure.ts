/** One line of the table: something the program does, and the least that the database must do for it. */
export interface Bench {
  readonly name: string
  /** How many times as long as the bare operation it may take. */
  readonly budget: number
  /** What a person may feel, in milliseconds, at 100,000 customers. */
  readonly felt: number
  readonly rounds?: number
  /** The round is given so that each can ask something else. */
  ours(round: number): Promise<unknown>
  bare(round: number): unknown
}

export interface Measured {
  readonly name: string
  readonly rounds: number
  readonly ours: Timing
  readonly bare: Timing
  readonly ratio: number
  readonly budget: number
  readonly felt: number
  readonly verdict: 'within' | 'over'
}

interface Timing {
  readonly median: number
  readonly p95: number
}

const usualRounds = 41
const warmUp = 3

/**
 * Times both by turns, so that whatever else the machine does meets them alike, and in turns of order.
 *
 * The ratio is that of the medians.
 */
export async function measure({ name, budget, felt, rounds = usualRounds, ours, bare }: Bench): Promise<Measured> {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = -warmUp; round < rounds; round++) {
    const index = Math.abs(round)
    const order = index % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const side of order) {
      const started = performance.now()
      if (side === 'ours') await ours(index)
      else bare(index)
      if (round >= 0) times[side].push(performance.now() - started)
    }
  }
  const [oursTiming, bareTiming] = [timingOf(times.ours), timingOf(times.bare)]
  const ratio = oursTiming.median / bareTiming.median
  return {
    name,
    rounds,
    ours: oursTiming,
    bare: bareTiming,
    ratio,
    budget,
    felt,
    // Milliseconds are of this machine in this minute; only the ratio tells anything about the program.
    verdict: ratio <= budget ? 'within' : 'over',
  }
}

function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
