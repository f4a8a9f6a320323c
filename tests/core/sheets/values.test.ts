import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateParts, partialDateOf } from '#contract/partial-date.ts'
import { type DayOrder, isNoDate, readDateText } from '#core/sheets/date-text.ts'
import { guardFormula, unguardFormula } from '#core/sheets/formula-text.ts'
import { isRoundedNumber, readNumberText, readYesNo } from '#core/sheets/number-text.ts'
import { splitPhones } from '#core/sheets/phones-text.ts'
import { readFieldCell } from '#core/sheets/read-field-cell.ts'
import { joinWords, splitWords } from '#core/sheets/words-text.ts'

const read = (text: string, order?: DayOrder) => {
  const date = readDateText(text, order)
  return date ? `${partialDateOf(date.parts as DateParts)}${date.time ? ` ${date.time}` : ''}` : undefined
}

describe('dates as people write them', () => {
  it.each([
    ['2024/3/5', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年3月5日 星期二', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['24年3月5号', '2024-03-05'],
    ['3月5日', '--03-05'],
    ['2024年3月', '2024-03'],
    ['1990-03', '1990-03'],
    ['--03-05', '--03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['5 March 1984', '1984-03-05'],
    ['March 5, 1984', '1984-03-05'],
    ['Mar-1984', '1984-03'],
    ['Sept 5, 2024', '2024-09-05'],
    ['11/8/2018', '2018-11-08'],
    ['27/09/2020', '2020-09-27'],
    ['05.02.2023', '2023-02-05'],
    ['3/5/99', '1999-03-05'],
    ['2024-03-05 14:30:00', '2024-03-05 14:30'],
    ['2019-10-17T21:10:19.087Z', '2019-10-17 21:10'],
    ['2024/3/5 下午2:05', '2024-03-05 14:05'],
    ['3/5/2024 12:15 AM', '2024-03-05 00:15'],
    ['农历八月十五', 'lunar:--08-15'],
    ['农历1984年闰六月初三', 'lunar:1984-06L-03'],
    ['阴历 8月15日', 'lunar:--08-15'],
    ['腊月三十', 'lunar:--12-30'],
    ['正月廿一', 'lunar:--01-21'],
    ['lunar:1984-08-15', 'lunar:1984-08-15'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '',
    '2024-02-30',
    '31/04/2024',
    '13/13/2024',
    '3.5',
    '2024',
    '138',
    '张三',
    '1.2.3.4',
    '三月',
    'May I',
    '25:70',
    '99999999',
  ])('%j is none', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('says when day and month could be either, and obeys', () => {
    expect(readDateText('3/5/2024')?.order).toBe('either')
    expect(read('3/5/2024', 'dayFirst')).toBe('2024-05-03')
    expect(readDateText('13/5/2024')?.order).toBe('dayFirst')
    expect(readDateText('5/13/2024')?.order).toBe('monthFirst')
    expect(readDateText('2024-03-05')?.order).toBeNull()
  })

  it.each(['0/0/00', '0000-00-00', 'NULL', 'null', '无', '-'])('%s is no date', (text) => {
    expect(isNoDate(text)).toBe(true)
  })

  it('reads every real day in every common order', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = 0, month = 0, dayOfMonth = 0] = iso.split('-').map(Number)
        const forms = [iso, `${year}/${month}/${dayOfMonth}`, `${year}年${month}月${dayOfMonth}日`]
        expect(forms.map((form) => read(form))).toEqual([iso, iso, iso])
        expect(read(`${dayOfMonth}/${month}/${year}`, 'dayFirst')).toBe(iso)
      }),
    )
  })
})

describe('numbers as people write them', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２３', 123],
    ['¥1,200', 1200],
    ['186,400.00', 186_400],
    ['1.2万', 12_000],
    ['3亿元', 300_000_000],
    ['(300)', -300],
    ['-0', 0],
    ['50%', 0.5],
    ['1e9', 1e9],
    ['12,3456', 123_456],
    ['1,2,3', undefined],
    ['138-0013', undefined],
    ['NaN', undefined],
    ['1 + 1', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readNumberText(text) ?? undefined).toBe(expected)
  })

  it('reads back every number as it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumberText(String(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it.each([
    ['1.38E+10', true],
    ['1.38001E+10', true],
    ['13800138000', false],
    ['A1E+10', false],
  ])('%s has lost digits: %s', (text, expected) => {
    expect(isRoundedNumber(text)).toBe(expected)
  })

  it.each([
    ['是', true],
    ['√', true],
    ['TRUE', true],
    ['否', false],
    ['无', false],
    ['也许', undefined],
  ])('%s as yes or no', (text, expected) => {
    expect(readYesNo(text)).toBe(expected)
  })
})

describe('several things in one cell', () => {
  it.each([
    ['13800138000', ['13800138000']],
    ['13800138000,13900139000', ['13800138000', '13900139000']],
    ['0571-88013926；18767192204', ['0571-88013926', '18767192204']],
    ['13800138000/13900139000', ['13800138000', '13900139000']],
    ['138 0013 8000', ['138 0013 8000']],
    ['846-790-4623x4715', ['846-790-4623x4715']],
    ['0571-88013926 转 802', ['0571-88013926 转 802']],
    ['', []],
  ])('phones: %s', (text, numbers) => {
    expect(splitPhones(text)).toEqual(numbers.map((number) => ({ label: '', number })))
  })

  it('keeps what stands before a phone as its label', () => {
    expect(splitPhones('办公: 0571-88013926\n手机：13800138000')).toEqual([
      { label: '办公', number: '0571-88013926' },
      { label: '手机', number: '13800138000' },
    ])
  })

  it('words come back as they were, separators and quotes among them', () => {
    const word = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom('、', ', '), (words, between) => {
        expect(splitWords(joinWords(words, between))).toEqual(words)
      }),
    )
  })

  it('text that would run in a spreadsheet is guarded, and comes back', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '客') })
    fc.assert(
      fc.property(text, (value) => {
        const guarded = guardFormula(value)
        expect(guarded).not.toMatch(/^[=+\-@\t\r]/)
        expect(unguardFormula(guarded)).toBe(value)
      }),
    )
  })
})

describe('choices', () => {
  const choices = [
    { key: 'A', labelZh: 'A 重点客户', labelEn: 'A key customer', hidden: false },
    { key: 'B', labelZh: 'B 普通客户', labelEn: 'B regular customer', hidden: false },
    { key: 'catering', labelZh: '餐饮', labelEn: 'Catering', hidden: false },
  ]
  it.each([
    ['A', 'A'],
    ['A 类', 'A'],
    ['a级', 'A'],
    ['Ａ类客户', 'A'],
    ['重点客户', 'A'],
    ['B regular customer', 'B'],
    ['餐饮业', 'catering'],
    ['catering', 'catering'],
  ])('%s', (text, value) => {
    expect(readFieldCell(text, { type: 'choice', choices }, 'monthFirst')).toEqual({ value })
  })

  it('an unknown one is said to be', () => {
    expect(readFieldCell('Z', { type: 'choice', choices }, 'monthFirst')).toEqual({ problem: 'unknownChoice' })
  })
})
