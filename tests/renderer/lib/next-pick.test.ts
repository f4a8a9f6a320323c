import { describe, expect, it } from 'vitest'
import type { Day } from '../../../contract/common.ts'
import { nextChoiceOf, nextDue, nextUnasked } from '../../../renderer/lib/next-pick.ts'

const today = '2026-01-31' as Day

describe('when next', () => {
  it.each([
    ['tomorrow', '2026-02-01'],
    ['threeDays', '2026-02-03'],
    ['nextWeek', '2026-02-07'],
    ['nextMonth', '2026-02-28'],
  ] as const)('%s is %s', (pick, day) => {
    expect(nextDue({ pick, text: '' }, today, 'zh-CN')).toEqual({ day, time: null })
  })

  it('takes a day and a time of one’s own, but none gone by', () => {
    const custom = (text: string) => nextDue({ pick: 'custom', text }, today, 'zh-CN')
    expect(custom('下周三 14:00')).toEqual({ day: '2026-02-04', time: '14:00' })
    expect(custom('今天 16:30')).toEqual({ day: today, time: '16:30' })
    expect(custom('昨天')).toBeNull()
    expect(custom('什么时候')).toBeNull()
    expect(custom('')).toBeNull()
  })

  it('tells "nothing on purpose" from "nobody said"', () => {
    expect(nextChoiceOf({ pick: 'none', text: '' }, today, 'zh-CN')).toEqual({ choice: 'none' })
    expect(nextChoiceOf(nextUnasked, today, 'zh-CN')).toEqual({ choice: 'unasked' })
    expect(nextChoiceOf({ pick: 'tomorrow', text: '' }, today, 'zh-CN')).toEqual({
      choice: 'appointment',
      appointment: { dueOn: '2026-02-01', dueTime: null, kind: 'appointment', title: '', place: '' },
    })
  })
})
