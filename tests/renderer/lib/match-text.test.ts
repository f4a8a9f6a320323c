import { describe, expect, it } from 'vitest'
import { matchesText } from '../../../renderer/lib/match-text.ts'

describe('type-ahead', () => {
  it.each([
    ['上门拜访', ''],
    ['上门拜访', '上门'],
    ['上门拜访', 'sm'],
    ['上门拜访', 'shangmen'],
    ['上门拜访', 'smbf'],
    ['WeChat', 'wech'],
    ['重点客户', 'zhongdian'],
  ])('%s is meant by %s', (label, typed) => {
    expect(matchesText(label, typed)).toBe(true)
  })

  it.each([
    ['上门拜访', '电'],
    ['上门拜访', 'dianhua'],
    ['电话', 'x'],
  ])('%s is not meant by %s', (label, typed) => {
    expect(matchesText(label, typed)).toBe(false)
  })
})
