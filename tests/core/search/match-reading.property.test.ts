import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { matchReading, nameMarks, plainSyllables, readingMarks } from '#core/search/match-reading.ts'
import { segmentsOf } from '#core/search/segments.ts'
import { plainSyllable } from '#core/search/syllables.ts'

const someSyllables =
  'zhang wei xi an lv guo chuang e ang shan li nv yan qing hua wang fang er min zhi xian lian'.split(' ')
const anySyllables = array(constantFrom(...someSyllables), { minLength: 1, maxLength: 6 })

it('finds syllables typed in full or as initials, the last one broken off anywhere, from any syllable on', () => {
  const typed = tuple(
    anySyllables,
    integer({ min: 0, max: 5 }),
    array(constantFrom('full', 'letter', 'initial'), { minLength: 1, maxLength: 6 }),
    integer({ min: 1, max: 6 }),
  )
  assert(
    property(typed, ([syllables, from, styles, lastLength]) => {
      const parts = syllables
        .slice(from, from + styles.length)
        .map((syllable, index) => shortened(syllable, styles[index]))
      const last = parts.length - 1
      const letters = parts.map((part, index) => (index === last ? part.slice(0, lastLength) : part)).join('')
      if (letters === '') return
      const match = matchReading(syllables, letters)
      expect(match).not.toBeNull()
      expect(match?.lengths.map((length, index) => syllables[match.from + index]?.slice(0, length)).join('')).toBe(
        letters,
      )
    }),
  )
})

function shortened(syllable: string, style: string | undefined): string {
  if (style === 'full') return syllable
  const [initial = ''] = /^[zcs]h/.exec(syllable) ?? []
  return style === 'initial' && initial !== '' ? initial : syllable.slice(0, 1)
}

it('finds nothing in a reading that lacks a letter of the query', () => {
  assert(
    property(anySyllables, (syllables) => {
      expect(matchReading(syllables, `${syllables.join('')}b`)).toBeNull()
    }),
  )
})

it('splits whole syllables in at least the way they were put together', () => {
  assert(
    property(array(constantFrom(...someSyllables), { minLength: 1, maxLength: 3 }), (syllables) => {
      expect(segmentsOf(syllables.join(''))).toContainEqual(syllables)
    }),
  )
})

it.each([
  ['zhangw', [[0, 7]]],
  [
    'zw',
    [
      [0, 1],
      [6, 7],
    ],
  ],
  [
    'zwei',
    [
      [0, 1],
      [6, 9],
    ],
  ],
  ['zhangwei', [[0, 9]]],
  ['wei', [[6, 9]]],
])('marks %s in zhāng wěi', (letters, marks) => {
  const reading = 'zhāng wěi'
  const match = matchReading(plainSyllables(reading), letters)
  expect(match && readingMarks(reading, match)).toEqual(marks)
})

it('marks the characters that were meant, unless the corrected reading no longer fits them', () => {
  const match = matchReading(['lao', 'zhang', 'wan'], 'zhangw')
  expect(match && nameMarks('老张碗', 3, match)).toEqual([[1, 3]])
  expect(match && nameMarks('老张碗碗', 3, match)).toEqual([])
})

it.each([
  ['lǚ', 'lv'],
  ['zhāng', 'zhang'],
  ['IBM', 'ibm'],
])('takes %s for %s', (toned, plain) => {
  expect(plainSyllable(toned)).toBe(plain)
})

it.each(['lvbu', 'lubu', 'lyubu', 'lb'])('finds 吕布 by %s', (letters) => {
  expect(matchReading(['lv', 'bu'], letters)).not.toBeNull()
})
