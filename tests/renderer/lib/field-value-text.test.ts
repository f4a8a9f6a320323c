import { changeLanguage } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FieldType, FieldValue } from '../../../contract/fields.ts'
import { fieldValueText } from '../../../renderer/lib/field-value-text.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'

const choices = [
  { key: 'a', labelZh: 'A 重点客户', labelEn: 'A key customer', hidden: false },
  { key: 'old', labelZh: '停用的', labelEn: '', hidden: true },
]

beforeAll(() => startI18n('zh-CN'))

describe('a value in words', () => {
  it.each<[FieldType, FieldValue | undefined, string]>([
    ['text', '杭州', '杭州'],
    ['text', null, ''],
    ['text', undefined, ''],
    ['number', 1280.5, '1,280.5'],
    ['number', 0, '0'],
    ['money', 128_050, '¥1,280.50'],
    ['yesNo', true, '是'],
    ['yesNo', false, '否'],
    ['date', '2026-03-02', '2026-03-02'],
    ['partialDate', 'lunar:--08-15', '农历八月十五'],
    ['choice', 'a', 'A 重点客户'],
    ['choice', 'old', '停用的'],
    ['choice', 'gone', 'gone'],
    ['choices', ['a', 'old'], 'A 重点客户、停用的'],
    ['tags', ['连锁', '要发票'], '连锁、要发票'],
    ['phone', '13857120463', '138 5712 0463'],
  ])('%s %o', (type, value, words) => {
    expect(fieldValueText({ type, choices }, value)).toBe(words)
  })

  it('falls back to the other language where a label has none', async () => {
    await changeLanguage('en')
    expect(fieldValueText({ type: 'choices', choices }, ['a', 'old'])).toBe('A key customer, 停用的')
    await changeLanguage('zh-CN')
  })
})
