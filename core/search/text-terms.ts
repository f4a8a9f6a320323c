import { allOf, quoted } from './term-expressions.ts'
import { isChinese, isStart, textUnits } from './text-units.ts'

/** A question to the index about running text. */
interface TextQuestion {
  readonly expression: string
  /** Else the index says only that all pieces are there, not that they stand together. */
  readonly isExact: boolean
}

/** So many pieces of a long query narrow it down; that all of it is there is checked afterwards. */
const mostPieces = 4

/** What a text is found by: every two Chinese characters side by side, every other word; each once. */
export function textTerms(kind: string, text: string): string[] {
  const terms = new Set<string>()
  let before = ''
  for (const { folded } of textUnits(text)) {
    const isHan = isChinese(folded)
    if (!isHan) terms.add(kind + folded)
    else if (before !== '') terms.add(kind + before + folded)
    before = isHan ? folded : ''
  }
  return [...terms]
}

/** Null for a query so short that it would be in too many texts to mean anything. */
export function textQuestion(kind: string, wanted: readonly string[]): TextQuestion | null {
  if (wanted.join('').length < 2) return null
  const pieces = wanted.flatMap((each, index) => {
    const next = wanted[index + 1]
    if (!isChinese(each)) return [quoted(kind + each) + (next === undefined && isStart(each) ? '*' : '')]
    return next !== undefined && isChinese(next) ? [quoted(kind + each + next)] : []
  })
  if (pieces.length === 0) return null
  const isOnePiece = wanted.length === 1 || (wanted.length === 2 && wanted.every(isChinese))
  return { expression: allOf(spread(pieces, mostPieces)), isExact: isOnePiece }
}

/** At most so many of them, from the first to the last. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items
  const step = (items.length - 1) / (most - 1)
  return items.filter((_, index) => index === Math.round(Math.round(index / step) * step))
}
