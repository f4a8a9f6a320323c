import { describe, expect, it } from 'vitest'
import type { NumberRule } from '#contract/settings.ts'
import { counterPeriod, formatNumber } from '#core/customers/card-number.ts'
import { nextNumbers, takeNumber, takeNumbers } from '#core/customers/take-number.ts'
import { write } from '#core/operations/write.ts'
import { currentSettings, defaultSettings } from '#core/lib/preferences.ts'
import { saveSettings } from '#core/settings/settings-service.ts'
import { day, openTestCore } from '../../support/core.ts'

const { numberRule } = defaultSettings

it('is K, the year and four digits unless the owner wants another', () => {
  expect(formatNumber(numberRule, day('2026-03-02'), 7)).toBe('K20260007')
  expect(formatNumber(numberRule, day('2026-03-02'), 12_345)).toBe('K202612345')
})

it('counts anew in each period of its rule', () => {
  const monthly: NumberRule = {
    parts: [
      { part: 'date', format: 'YYMM' },
      { part: 'text', text: '-' },
      { part: 'counter', digits: 3 },
    ],
    reset: 'month',
  }
  expect(formatNumber(monthly, day('2026-03-02'), 1)).toBe('2603-001')
  expect(counterPeriod(monthly, day('2026-03-31'))).not.toBe(counterPeriod(monthly, day('2026-04-01')))
  expect(counterPeriod({ ...monthly, reset: 'never' }, day('2026-03-31'))).toBe('')
})

it('skips numbers that were typed by hand', async () => {
  await using core = await openTestCore()
  await core.addCustomer({ values: { number: 'K20260002' } })
  const numbers = await write(core.context, { kind: 'import' }, async ({ db }) => ({
    taken: await takeNumbers(db, numberRule, day('2026-03-02'), 3),
    next: await takeNumber(db, numberRule, day('2027-01-01')),
  }))
  expect(numbers).toMatchObject({ taken: ['K20260001', 'K20260003', 'K20260004'], next: 'K20270001' })
})

describe('the numbers that come next', () => {
  it('are told without being taken, those that are used left out', async () => {
    await using core = await openTestCore()
    const { db } = core.context
    await core.addCustomer({ values: { number: 'K20260002' } })
    const today = day('2026-03-02')
    expect(await nextNumbers(db, numberRule, today, 3)).toEqual(['K20260001', 'K20260003', 'K20260004'])
    expect(await nextNumbers(db, numberRule, today, 1)).toEqual(['K20260001'])
    const monthly: NumberRule = { parts: [...numberRule.parts], reset: 'month' }
    // It starts again at 1 although the number does not tell the month: what was given is not given twice.
    expect(await nextNumbers(db, monthly, today, 2)).toEqual(['K20260001', 'K20260003'])
  })

  it('need a counter', async () => {
    await using core = await openTestCore()
    const rule: NumberRule = { parts: [{ part: 'date', format: 'YYYYMMDD' }], reset: 'never' }
    const refused = { data: { rule: 'numberWithoutCounter' } }
    await expect(nextNumbers(core.context.db, rule, day('2026-03-02'), 1)).rejects.toMatchObject(refused)
    await expect(saveSettings(core.context, { numberRule: rule })).rejects.toMatchObject(refused)
    expect((await currentSettings(core.context.db)).numberRule).toEqual(numberRule)
  })
})
