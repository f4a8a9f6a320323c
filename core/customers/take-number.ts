import type { Day } from '#contract/common.ts'
import type { NumberRule } from '#contract/settings.ts'
import type { Db } from '../db/open.ts'
import { fail } from '../lib/fail.ts'
import { counterPeriod, formatNumber, hasCounter } from './card-number.ts'

/** The next card number of the rule, never one that was given before, not even to a customer who is gone. */
export async function takeNumber(db: Db, rule: NumberRule, day: Day): Promise<string> {
  const [number] = await takeNumbers(db, rule, day, 1)
  return number ?? ''
}

/** `count` card numbers in order: one look at the counter for all of them. */
export async function takeNumbers(db: Db, rule: NumberRule, day: Day, count: number): Promise<string[]> {
  const { numbers, last } = await unusedNumbers(db, rule, day, count)
  await db
    .insertInto('number_counters')
    .values({ period: counterPeriod(rule, day), last })
    .onConflict((conflict) => conflict.column('period').doUpdateSet({ last }))
    .execute()
  return numbers
}

/** The numbers that would be taken next, taking none. */
export async function nextNumbers(db: Db, rule: NumberRule, day: Day, count: number): Promise<string[]> {
  return (await unusedNumbers(db, rule, day, count)).numbers
}

async function unusedNumbers(db: Db, rule: NumberRule, day: Day, count: number) {
  if (!hasCounter(rule)) fail('RULE_BROKEN', { rule: 'numberWithoutCounter' })
  const row = await db
    .selectFrom('number_counters')
    .select('last')
    .where('period', '=', counterPeriod(rule, day))
    .executeTakeFirst()
  let last = row?.last ?? 0
  const numbers: string[] = []
  while (numbers.length < count) {
    last++
    const number = formatNumber(rule, day, last)
    if (!(await isUsed(db, number))) numbers.push(number)
  }
  return { numbers, last }
}

async function isUsed(db: Db, number: string): Promise<boolean> {
  const used = await db.selectFrom('used_numbers').select('number').where('number', '=', number).executeTakeFirst()
  return used !== undefined
}
