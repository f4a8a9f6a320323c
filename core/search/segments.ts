import { isSyllable, syllablesFrom } from './syllables.ts'

const most = 6

/**
 * The ways in which letters can be pinyin: every part is a whole syllable or an initial (z, zh), and the last may be
 * any beginning of a syllable. Fewest parts first, which is what was most likely meant; ways with two parts more than
 * needed are not tried.
 */
export function segmentsOf(letters: string): string[][] {
  const found: string[][] = []
  // Breadth first: all ways with few parts come before any with more.
  let unfinished: { parts: string[]; rest: string }[] = [{ parts: [], rest: letters }]
  for (let parts = 1, fewest = 0; unfinished.length > 0 && (fewest === 0 || parts <= fewest + 1); parts++) {
    found.push(
      ...unfinished.filter(({ rest }) => syllablesFrom(rest).length > 0).map(({ parts, rest }) => [...parts, rest]),
    )
    unfinished = unfinished
      .flatMap(({ parts, rest }) =>
        heads(rest).map((head) => ({ parts: [...parts, head], rest: rest.slice(head.length) })),
      )
      .slice(0, most * most)
    if (found.length > 0 && fewest === 0) fewest = parts
  }
  return found.slice(0, most)
}

/** Parts that the letters can begin with, when more letters follow; the longest first. */
function heads(letters: string): string[] {
  const found: string[] = []
  for (let length = Math.min(6, letters.length - 1); length > 0; length--) {
    const head = letters.slice(0, length)
    if (isSyllable(head) || isInitial(head)) found.push(head)
  }
  return found
}

export function isInitial(letters: string): boolean {
  return /^(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])$/.test(letters)
}
