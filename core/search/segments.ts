import { isSyllable, syllablesFrom } from './syllables.ts'

const mostWays = 6
const mostTried = 60

/**
 * The ways in which letters can be pinyin, the likeliest first: whole syllables; then some of them shortened to an
 * initial (z, zh), with hardly more parts than needed; then initials only. The last part may be any beginning of a
 * syllable. A handful of ways is enough: nobody means the seventh.
 */
export function segmentsOf(letters: string): string[][] {
  const inFull = waysOf(letters, isSyllable).slice(0, mostWays)
  const mixed = waysOf(letters, (part) => isSyllable(part) || isInitial(part))
  const fewest = mixed[0]?.length ?? 0
  const short = mixed.filter((parts) => parts.length <= fewest + 1).slice(0, mostWays)
  const initials = waysOf(letters, (part) => part.length === 1 && (isInitial(part) || isSyllable(part))).slice(0, 1)
  const byText = new Map([...inFull, ...short, ...initials].map((parts) => [parts.join(' '), parts]))
  return [...byText.values()]
}

export function isInitial(letters: string): boolean {
  return /^(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])$/.test(letters)
}

/** Ways whose parts but the last are all `whole`; those with the fewest parts first, and of these the longest heads. */
function waysOf(letters: string, isWhole: (part: string) => boolean): string[][] {
  const found: string[][] = []
  let unfinished: readonly { parts: readonly string[]; rest: string }[] = [{ parts: [], rest: letters }]
  while (unfinished.length > 0) {
    for (const { parts, rest } of unfinished) if (syllablesFrom(rest).length > 0) found.push([...parts, rest])
    unfinished = unfinished
      .flatMap(({ parts, rest }) =>
        headsOf(rest, isWhole).map((head) => ({ parts: [...parts, head], rest: rest.slice(head.length) })),
      )
      .slice(0, mostTried)
  }
  return found
}

/** Parts that the letters can begin with when more follow, the longest first. */
function headsOf(letters: string, isWhole: (part: string) => boolean): string[] {
  const lengths = [6, 5, 4, 3, 2, 1].filter((length) => length < letters.length)
  return lengths.map((length) => letters.slice(0, length)).filter(isWhole)
}
