import { beforeAll, describe, expect, it, vi } from 'vitest'
import { startI18n } from '../../../renderer/lib/i18n.ts'
import { whyNoDay } from '../../../renderer/lib/why-no-day.ts'

// The line to the core is laid as the module is read; nothing here goes over it.
vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')))

beforeAll(() => startI18n('zh-CN'))

describe('a date that does not exist', () => {
  it.each([
    ['2025-02-30', '没有这一天：2025年2月只有 28 天。'],
    ['2024/2/30', '没有这一天：2024年2月只有 29 天。'],
    ['2025年4月31日', '没有这一天：2025年4月只有 30 天。'],
    ['20250431', '没有这一天：2025年4月只有 30 天。'],
    ['2月30日', '没有这一天：2月只有 29 天。'],
    ['--02-30', '没有这一天：2月只有 29 天。'],
    ['农历2024年腊月三十', '没有这一天：农历2024年腊月只有 29 天。'],
    ['lunar:2024-12-30', '没有这一天：农历2024年腊月只有 29 天。'],
    ['农历2025年闰五月初一', '没有这个月：农历2025年闰五月。'],
  ])('%s: %s', (text, reason) => {
    expect(whyNoDay(text)).toBe(reason)
  })

  it.each([
    '2024-02-29',
    '2月29日',
    '农历2023年腊月三十',
    '农历腊月三十',
    '农历2025年闰六月初一',
    '明天',
    '2025-13-01',
    'x',
  ])('is not said of %s', (text) => {
    expect(whyNoDay(text)).toBeNull()
  })
})
