import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../contract/common.ts'
import { addDays, addMonths, daysBetween, lengthOfMonth, partsOfDay, weekdayOf } from '../../../renderer/lib/days.ts'
import { parseDay, parseDayTime } from '../../../renderer/lib/parse-day.ts'

// A Monday, the fourteenth day of the first lunar month.
const today = '2026-03-02' as Day
const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day)
const language = fc.constantFrom('zh-CN' as const, 'en' as const)

function past(text: string): Day | null {
  return parseDay(text, today, 'zh-CN', 'past')
}

describe('a day typed in words', () => {
  it.each([
    ['今天', '2026-03-02'],
    ['明天', '2026-03-03'],
    [' 明 天 ', '2026-03-03'],
    ['后天', '2026-03-04'],
    ['後天', '2026-03-04'],
    ['大后天', '2026-03-05'],
    ['昨天', '2026-03-01'],
    ['3天后', '2026-03-05'],
    ['３ 天后', '2026-03-05'],
    ['三天后', '2026-03-05'],
    ['十五天之后', '2026-03-17'],
    ['两周后', '2026-03-16'],
    ['半个月后', '2026-03-17'],
    ['一个月后', '2026-04-02'],
    ['半年后', '2026-09-02'],
    ['+7', '2026-03-09'],
    ['＋7', '2026-03-09'],
    ['-3', '2026-02-27'],
    ['+2w', '2026-03-16'],
    ['下周', '2026-03-09'],
    ['下月', '2026-04-02'],
    ['周三', '2026-03-04'],
    ['本周五', '2026-03-06'],
    ['本周日', '2026-03-08'],
    ['周天', '2026-03-08'],
    ['星期一', '2026-03-02'],
    ['下周三', '2026-03-11'],
    ['下星期三', '2026-03-11'],
    ['下週三', '2026-03-11'],
    ['下下周三', '2026-03-18'],
    ['上周三', '2026-02-25'],
    ['周末', '2026-03-07'],
    ['月底', '2026-03-31'],
    ['下月底', '2026-04-30'],
    ['下个月初', '2026-04-01'],
    ['年底', '2026-12-31'],
    ['5号', '2026-03-05'],
    ['1号', '2026-04-01'],
    ['31日', '2026-03-31'],
    ['下月5号', '2026-04-05'],
    ['3/5', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3.5', '2026-03-05'],
    ['0305', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['3月5号', '2026-03-05'],
    ['三月五日', '2026-03-05'],
    ['十二月三十一日', '2026-12-31'],
    ['3月1日', '2027-03-01'],
    ['明年3月1日', '2027-03-01'],
    ['2/29', '2028-02-29'],
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['农历八月十五', '2026-09-25'],
    ['農曆八月十五', '2026-09-25'],
    ['阴历8月15', '2026-09-25'],
    ['八月廿三', '2026-10-03'],
    ['正月十五', '2026-03-03'],
    ['正月初一', '2027-02-06'],
    ['腊月三十', '2027-02-05'],
    ['冬月初一', '2026-12-09'],
    ['中秋节', '2026-09-25'],
    ['中秋', '2026-09-25'],
    ['春节', '2027-02-06'],
    ['明年春节', '2027-02-06'],
    ['除夕', '2027-02-05'],
    ['清明', '2026-04-05'],
    ['国庆', '2026-10-01'],
    ['元旦', '2027-01-01'],
    ['tomorrow', '2026-03-03'],
    ['Tomorrow', '2026-03-03'],
    ['next wed', '2026-03-11'],
    ['Wednesday', '2026-03-04'],
    ['this fri', '2026-03-06'],
    ['next week', '2026-03-09'],
    ['next month', '2026-04-02'],
    ['end of month', '2026-03-31'],
    ['in 3 days', '2026-03-05'],
    ['2 weeks', '2026-03-16'],
    ['in a month', '2026-04-02'],
    ['Mar 5', '2026-03-05'],
    ['5 March', '2026-03-05'],
    ['March 5th, 2027', '2027-03-05'],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text, today, 'zh-CN')).toBe(day)
  })

  it.each([
    '',
    '   ',
    'abc',
    '13/45',
    '2/30',
    '2026-02-30',
    '农历',
    '+99999',
    '八',
    '闰正月初一',
    '0',
    '3/',
    '周八',
    '明',
  ])('%j means no day', (text) => {
    expect(parseDay(text, today, 'zh-CN')).toBeNull()
  })

  it('looks back for something that has happened', () => {
    expect(past('3/5')).toBe('2025-03-05')
    expect(past('周三')).toBe('2026-02-25')
    expect(past('周一')).toBe('2026-03-02')
    expect(past('28号')).toBe('2026-02-28')
    expect(past('正月初一')).toBe('2026-02-17')
    expect(past('昨天')).toBe('2026-03-01')
    expect(past('中秋')).toBe('2025-10-06')
  })

  it('reads 25/3 as a day only in English', () => {
    expect(parseDay('25/3', today, 'en')).toBe('2026-03-25')
    expect(parseDay('25/3', today, 'zh-CN')).toBeNull()
  })

  it('is a real day or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anyDay, language, (text, now, tongue) => {
        const day = parseDay(text, now, tongue)
        expect(day === null || addDays(day, 0) === day).toBe(true)
      }),
    )
    const pieces = fc.array(fc.constantFrom(...'农历闰正腊下上本周月年日号底初廿十三五0123/-+.天后半 mar'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(pieces, anyDay, language, (parts, now, tongue) => {
        const day = parseDay(parts.join(''), now, tongue)
        expect(day === null || addDays(day, 0) === day).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads back every full way to write a day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, language, (day, now, tongue) => {
        const { year, month, day: date } = partsOfDay(day)
        const ways = [day, `${year}/${month}/${date}`, `${year}年${month}月${date}日`, day.replaceAll('-', '')]
        for (const way of ways) expect(parseDay(way, now, tongue)).toBe(day)
      }),
    )
  })

  it('puts a date without a year into the twelve months on its side of today', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 364 }), (now, distance) => {
        const { month, day: date } = partsOfDay(addDays(now, distance))
        fc.pre(!(month === 2 && date === 29))
        expect(parseDay(`${month}/${date}`, now, 'zh-CN')).toBe(addDays(now, distance))
        const before = partsOfDay(addDays(now, -distance))
        fc.pre(!(before.month === 2 && before.day === 29))
        expect(parseDay(`${before.month}-${before.day}`, now, 'zh-CN', 'past')).toBe(addDays(now, -distance))
      }),
    )
  })

  it('keeps weekdays in their week', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (now, weekday) => {
        const name = '一二三四五六日'[weekday - 1] ?? ''
        const monday = addDays(now, 1 - weekdayOf(now))
        expect(parseDay(`本周${name}`, now, 'zh-CN')).toBe(addDays(monday, weekday - 1))
        expect(parseDay(`下周${name}`, now, 'zh-CN')).toBe(addDays(monday, weekday + 6))
        const coming = parseDay(`周${name}`, now, 'zh-CN')
        expect(coming && weekdayOf(coming)).toBe(weekday)
        expect(coming && daysBetween(now, coming)).toBeLessThan(7)
      }),
    )
  })
})

describe('a day with a time', () => {
  it.each([
    ['明天 14:00', '2026-03-03', '14:00'],
    ['明天14:00', '2026-03-03', '14:00'],
    ['明天 9：30', '2026-03-03', '09:30'],
    ['下周三下午3点', '2026-03-11', '15:00'],
    ['下周三下午3点半', '2026-03-11', '15:30'],
    ['后天上午十点一刻', '2026-03-04', '10:15'],
    ['周五晚上7点20分', '2026-03-06', '19:20'],
    ['3/5 14:00', '2026-03-05', '14:00'],
    ['0305 中午12点', '2026-03-05', '12:00'],
    ['中午11点半', '2026-03-02', '11:30'],
    ['tomorrow 2pm', '2026-03-03', '14:00'],
    ['tomorrow at 12:30 am', '2026-03-03', '00:30'],
    ['next wed 9:05', '2026-03-11', '09:05'],
    ['+7 10:00', '2026-03-09', '10:00'],
    ['16:30', '2026-03-02', '16:30'],
    ['明天', '2026-03-03', null],
  ])('%s is %s at %s', (text, day, time) => {
    expect(parseDayTime(text, today, 'zh-CN')).toEqual({ day, time })
  })

  it.each(['明天 25:00', '14:99', 'soon 2pm'])('%s is nothing', (text) => {
    expect(parseDayTime(text, today, 'zh-CN')).toBeNull()
  })
})

describe('days', () => {
  it('add up and come back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('fall on the last day of a shorter month', () => {
    expect(addMonths('2026-01-31' as Day, 1)).toBe('2026-02-28')
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const from = partsOfDay(day)
        const to = partsOfDay(addMonths(day, count))
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count)
        expect(to.day).toBe(Math.min(from.day, lengthOfMonth(to.year, to.month)))
      }),
    )
  })
})
