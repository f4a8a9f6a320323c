import type { IsSearched, Verdict } from './judge.ts'
import { judge, together } from './judge.ts'
import { type Probe, probesOf, type SearchQuery, searchQueryOf } from './search-probes.ts'
import type { SearchSource } from './search-source.ts'
import { allOf, anyOf } from './term-expressions.ts'

/** Something typed, made ready to ask of customers, contacts, visits and follow-ups. */
export interface Word {
  readonly query: SearchQuery
  readonly probes: readonly Probe[]
}

export interface Search {
  /** All that was typed, as if it were one word: 张 文华 is 张文华. */
  readonly phrase: Word
  /** The words of it when there are several, each of which must be found. */
  readonly words: readonly Word[]
  readonly isSearched: IsSearched
}

const mostWords = 5

export function searchFor(typed: string, isSearched: IsSearched): Search {
  const parts = [...new Set(typed.trim().slice(0, 200).split(/\s+/u))].slice(0, mostWords)
  const words = parts.length > 1 ? parts.map(wordOf).filter(({ query }) => query.text !== '') : []
  return { phrase: wordOf(typed), words: words.length > 1 ? words : [], isSearched }
}

/** How a record answers all words by itself. */
export function judgeWords(source: SearchSource, words: readonly Word[], isSearched: IsSearched): Verdict | null {
  const verdicts: Verdict[] = []
  for (const { query } of words) {
    const verdict = judge(source, query, isSearched)
    if (verdict === null) return null
    verdicts.push(verdict)
  }
  return together(verdicts)
}

/** Asks for the records that may answer all words by themselves. None when one of the words cannot be asked for. */
export function probeOfAll(words: readonly Word[]): Probe[] {
  if (words.length === 0 || words.some(({ probes }) => probes.length === 0)) return []
  const each = words.map(({ probes }) => anyOf(probes.map(({ expression }) => `(${expression})`)))
  return [{ matchedBy: 'name', expression: allOf(each), isExact: false }]
}

function wordOf(typed: string): Word {
  const query = searchQueryOf(typed)
  return { query, probes: probesOf(query) }
}
