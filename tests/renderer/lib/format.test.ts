import { changeLanguage } from 'i18next'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day, TimeOfDay } from '../../../contract/common.ts'
import {
  dueWords,
  formatDay,
  formatDayLong,
  formatInstant,
  formatMoney,
  formatMonth,
  formatShortDay,
} from '../../../renderer/lib/format.ts'
import { formatPartialDate } from '../../../renderer/lib/format-partial-date.ts'
import { formatPhone, plainPhone } from '../../../renderer/lib/format-phone.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'

const today = '2026-03-02' as Day

beforeAll(() => startI18n('zh-CN'))
beforeEach(() => changeLanguage('zh-CN'))

describe('days', () => {
  it('are written as the language writes them', async () => {
    expect(formatDay('2026-03-02')).toBe('2026年3月2日')
    expect(formatDayLong('2026-03-02')).toBe('2026年3月2日 周一')
    expect(formatShortDay('2026-03-09', today)).toBe('3月9日')
    expect(formatShortDay('2025-12-28', today)).toBe('2025年12月28日')
    expect(formatMonth('2026-03-02')).toBe('2026年3月')
    await changeLanguage('en')
    expect(formatDay('2026-03-02')).toBe('2 Mar 2026')
    expect(formatDayLong('2026-03-02')).toBe('Mon 2 Mar 2026')
    expect(formatMonth('2026-03-02')).toBe('March 2026')
  })

  it('of an instant are those of this computer', () => {
    expect(formatInstant(Date.parse('2026-03-02T09:40:00+08:00'))).toBe('2026-03-02 09:40')
  })
})

describe('when something is due', () => {
  const words = (day: string, time: string | null = null) => dueWords(day as Day, time as TimeOfDay | null, today)

  it('is said in words when near', async () => {
    expect(words('2026-02-27')).toEqual({ text: '逾期 3 天', tone: 'overdue' })
    expect(words('2026-03-01', '14:00')).toEqual({ text: '逾期 1 天', tone: 'overdue' })
    expect(words('2026-03-02', '14:00')).toEqual({ text: '今天 14:00', tone: 'today' })
    expect(words('2026-03-03')).toEqual({ text: '明天', tone: 'near' })
    expect(words('2026-03-05')).toEqual({ text: '03-05 周四', tone: 'near' })
    expect(words('2026-03-18')).toEqual({ text: '03-18 周三', tone: 'later' })
    expect(words('2027-03-05')).toEqual({ text: '2027-03-05', tone: 'later' })
    await changeLanguage('en')
    expect(words('2026-03-01').text).toBe('1 day overdue')
    expect(words('2026-02-27').text).toBe('3 days overdue')
  })
})

describe('partial dates', () => {
  it.each([
    ['1984-03-05', '1984年3月5日'],
    ['1984-03', '1984年3月'],
    ['1984', '1984年'],
    ['--03-05', '3月5日'],
    ['--03', '3月'],
    ['lunar:--08-15', '农历八月十五'],
    ['lunar:1984-12-30', '农历1984年腊月三十'],
    ['lunar:--06L-21', '农历闰六月廿一'],
    ['lunar:--01-10', '农历正月初十'],
    ['not a date', 'not a date'],
  ])('%s reads %s', (text, words) => {
    expect(formatPartialDate(text)).toBe(words)
  })

  it('read in English', async () => {
    await changeLanguage('en')
    expect(formatPartialDate('1984-03-05')).toBe('5 Mar 1984')
    expect(formatPartialDate('--03-05')).toBe('5 Mar')
  })
})

describe('amounts', () => {
  it('are minor units with two decimals', () => {
    expect(formatMoney(6_000_000)).toBe('¥60,000.00')
    expect(formatMoney(-5)).toBe('-¥0.05')
  })
})

describe('phones', () => {
  it.each([
    ['13857120463', '138 5712 0463'],
    ['+86 138-5712-0463', '138 5712 0463'],
    ['0571-8888 1234', '0571-8888 1234'],
    ['138 5712 0463 转 8', '138 5712 0463 转 8'],
    ['+1 415 555 0100', '+1 415 555 0100'],
  ])('%s reads %s', (number, text) => {
    expect(formatPhone(number)).toBe(text)
  })

  it('are copied as they are dialled', () => {
    expect(plainPhone('138 5712-0463')).toBe('13857120463')
    expect(plainPhone('+86 (571) 8888 1234')).toBe('+8657188881234')
  })
})
