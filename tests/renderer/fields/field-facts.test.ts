import { expect, it } from 'vitest'
import { bothLabels, choicesOf } from '../../../renderer/fields/field-facts.ts'

it('reads a line as a choice, once', () => {
  expect(choicesOf(' 红 \n\n蓝\n红\n').map(({ labelZh }) => labelZh)).toEqual(['红', '蓝'])
  expect(choicesOf(' \n ')).toEqual([])
})

it('lets one name stand for both languages', () => {
  expect(bothLabels(' 灶台 ', '')).toEqual({ labelZh: '灶台', labelEn: '灶台' })
  expect(bothLabels('', 'Stoves')).toEqual({ labelZh: 'Stoves', labelEn: 'Stoves' })
  expect(bothLabels('灶台', 'Stoves')).toEqual({ labelZh: '灶台', labelEn: 'Stoves' })
})
