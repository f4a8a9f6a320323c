import { findFolded, fold } from './fold.ts'

/** A Chinese character or a word of other letters and digits: what running text is searched by. */
interface TextUnit {
  readonly folded: string
  readonly start: number
  readonly end: number
}

const unit = /\p{Script=Han}|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv
/** What stands behind is not found by. */
const mostUnits = 10_000
const longestWord = 40
/** A shorter word is found only whole: a beginning of one or two letters is in every English note. */
const shortestStart = 3

export function textUnits(text: string): TextUnit[] {
  const units: TextUnit[] = []
  for (const match of text.matchAll(unit)) {
    const folded = fold(match[0])
    if (folded === '') continue
    units.push({ folded: folded.slice(0, longestWord), start: match.index, end: match.index + match[0].length })
    if (units.length === mostUnits) break
  }
  return units
}

/** Where the wanted units stand in a text one after the other, the last word perhaps not typed to its end. */
export function findUnits(text: string, wanted: readonly string[]): [number, number] | null {
  const units = textUnits(text)
  const last = wanted.at(-1)
  if (last === undefined) return null
  for (let from = 0; from + wanted.length <= units.length; from++) {
    if (!wanted.every((each, index) => isMeant(units[from + index]?.folded ?? '', each, index === wanted.length - 1)))
      continue
    const [start, end] = [units[from], units[from + wanted.length - 1]]
    if (start && end) return [start.start, endOf(text, end, last)]
  }
  return null
}

/** Whether the word may go on where the query ends. */
export function isStart(word: string): boolean {
  return word.length >= shortestStart && !isChinese(word)
}

export function isChinese(folded: string): boolean {
  return /^\p{Script=Han}/u.test(folded)
}

function isMeant(unit: string, wanted: string, isLast: boolean): boolean {
  return unit === wanted || (isLast && isStart(wanted) && unit.startsWith(wanted))
}

function endOf(text: string, { start, end, folded }: TextUnit, wanted: string): number {
  if (folded === wanted) return end
  return start + (findFolded(text.slice(start, end), wanted)?.range[1] ?? end - start)
}
