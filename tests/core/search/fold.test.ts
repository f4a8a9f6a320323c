import { assert, property, string, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { findFolded, fold } from '#core/search/fold.ts'

it.each([
  ['张伟', '張偉'],
  ['abc餐饮', 'ＡＢＣ餐飲'],
  ['cafe', 'Café'],
  ['张伟', ' 张 · 伟 '],
  ['138', '１３８'],
  ['2幢103室', '②幢-103 室'],
])('takes %s and %s for the same', (one, other) => {
  expect(fold(other)).toBe(fold(one))
})

it('says where the characters stand as they are shown', () => {
  expect(findFolded('Café 張·偉國', '张伟')).toEqual({ range: [5, 8], isStart: false, isWhole: false })
  expect(findFolded('𠮷野家', '野')?.range).toEqual([2, 3])
  expect(findFolded('张伟', '张伟')).toEqual({ range: [0, 2], isStart: true, isWhole: true })
  expect(findFolded('张伟', '张卫')).toBeNull()
})

it('finds every part of every text', () => {
  assert(
    property(
      tuple(string({ unit: 'binary' }), string({ unit: 'binary' }), string({ unit: 'binary' })),
      ([before, part, after]) => {
        if (fold(part) === '') return
        const found = findFolded(before + part + after, fold(part))
        expect(found).not.toBeNull()
        const [start, end] = found?.range ?? [0, 0]
        expect(fold((before + part + after).slice(start, end))).toContain(fold(part))
      },
    ),
  )
})
