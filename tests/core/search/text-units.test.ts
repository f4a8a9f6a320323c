import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '#core/search/excerpt.ts'
import { searchQueryOf } from '#core/search/search-probes.ts'
import { textQuestion, textTerms } from '#core/search/text-terms.ts'
import { findUnits } from '#core/search/text-units.ts'

const find = (text: string, typed: string) => findUnits(text, searchQueryOf(typed).units)

describe('running text is searched', () => {
  it.each([
    ['by two characters', '聊到明年要开分店', '分店', [6, 8]],
    ['across punctuation', '先报价，样品下周送', '价样', [2, 5]],
    ['across lines', '先报价\n样品下周送', '报价样品', [1, 6]],
    ['in Traditional for Simplified', '報價單已發', '报价单', [0, 3]],
    ['by the beginning of a word', 'Delivered two fridges today', 'frid', [14, 18]],
    ['by a whole short word', 'needs a TV for the bar', 'tv', [8, 10]],
    ['by words in a row, the last broken off', 'call Mr. Smith on Monday', 'mr smi', [5, 12]],
    ['by full-width letters and digits', '型号ＫＸ１００', 'kx100', [2, 7]],
    ['by characters and a word together', '换了Bosch的滤网', '了bosch', [1, 7]],
  ])('%s: %s', (_, text, typed, range) => {
    expect(find(text, typed)).toEqual(range)
  })

  it.each([
    ['one character', '报价', '报'],
    ['one letter', 'a b c', 'a'],
    ['the inside of a word', 'smart kitchen', 'art'],
    ['the beginning of a short word', 'tvs', 'tv'],
    ['the characters in another order', '价报', '报价'],
  ])('not by %s', (_, text, typed) => {
    expect(find(text, typed)).toBeNull()
  })
})

it('asks the index for nothing that a text with the words in it lacks', () => {
  const pieces = constantFrom('报', '价', '單', '单', 'Bosch', 'TV', ' ', '，', '\n', '12', 'ö', '𠮷', '😀')
  assert(
    property(
      array(pieces, { maxLength: 30 }),
      integer({ min: 0, max: 29 }),
      integer({ min: 1, max: 8 }),
      (all, from, n) => {
        const text = all.join('')
        const { units } = searchQueryOf(all.slice(from, from + n).join(''))
        const question = textQuestion('', units)
        if (question === null || findUnits(text, units) === null) return
        const terms = textTerms('', text)
        for (const piece of question.expression.split(' AND ')) {
          const [, wanted = '', star] = /^\(?"(.*)"(\*?)\)?$/.exec(piece) ?? []
          expect(terms.some((term) => (star === '*' ? term.startsWith(wanted) : term === wanted))).toBe(true)
        }
      },
    ),
  )
})

describe('an excerpt', () => {
  it('shows short texts whole, in one line', () => {
    expect(excerptOf('先报价\n再说', [[1, 3]])).toEqual({ text: '先报价 再说', marks: [[1, 3]] })
  })

  it('shows a piece of a long text around the first mark', () => {
    const text = `${'前'.repeat(200)}报价${'后'.repeat(200)}报价`
    const shown = excerptOf(text, [
      [200, 202],
      [402, 404],
    ])
    expect(shown.text.length).toBeLessThan(70)
    expect(shown.text).toMatch(/^…前+报价后+…$/)
    expect(shown.marks.map(([start, end]) => shown.text.slice(start, end))).toEqual(['报价'])
  })

  it('marks what was marked and cuts no character in half', () => {
    const anyText = string({ unit: 'binary', maxLength: 200 })
    assert(
      property(tuple(anyText, string({ unit: 'grapheme', minLength: 1, maxLength: 10 }), anyText), ([a, b, c]) => {
        const { text, marks } = excerptOf(a + b + c, [[a.length, a.length + b.length]])
        const [mark = [0, 0]] = marks
        expect(text.slice(...mark)).toBe(b.replace(/\s/g, ' '))
        if ((a + b + c).isWellFormed()) expect(text.isWellFormed()).toBe(true)
      }),
    )
  })
})
