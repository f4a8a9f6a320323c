import { v7 as uuid } from 'uuid'
import type { Language, Written } from '#contract/common.ts'
import type { TradeKey } from '#contract/fields.ts'
import type { Settings } from '#contract/settings.ts'
import { hasCounter } from '../customers/card-number.ts'
import type { Db } from '../db/open.ts'
import { applyTrade } from '../fields/apply-template.ts'
import { addShippedFields } from '../fields/shipped-fields.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { write } from '../operations/write.ts'
import { addSampleData } from '../sample/sample-data.ts'
import { putSetting } from '../lib/preferences.ts'
import { addShippedViews } from '../views/shipped-views.ts'
import { isSetUp } from './settings-queries.ts'

interface FirstRun {
  readonly language: Language
  readonly businessName: string
  readonly staffName: string
  readonly trade: TradeKey
  readonly withSampleData: boolean
}

/** Answers of the first run: the shipped fields with those of the trade, the owner at the desk and, if wanted, customers to try things on. */
export async function setUp(context: Context, answers: FirstRun): Promise<Written> {
  if (await isSetUp(context.db)) fail('RULE_BROKEN', { rule: 'alreadyStarted' })
  const started = await write(context, { kind: 'setUp' }, async (writing) => {
    const { db, operationId } = writing
    await addShippedFields(db, operationId)
    await applyTrade(writing, answers.trade)
    await addShippedViews(db, operationId)
    await putSetting(db, 'language', answers.language)
    await putSetting(db, 'businessName', answers.businessName)
    if (answers.staffName !== '') {
      const { id } = await db
        .insertInto('staff')
        .values({ uid: uuid(), operation_id: operationId, name: answers.staffName })
        .returning('id')
        .executeTakeFirstOrThrow()
      await putSetting(db, 'atDesk', id)
    }
    return {}
  })
  if (!answers.withSampleData) return started
  return write(context, { kind: 'addSampleData' }, async ({ db, operationId, describe }) => {
    const count = await addSampleData(db, operationId, context)
    await describe({ count })
    return {}
  })
}

export async function saveSettings(context: Context, changed: Partial<Settings>): Promise<void> {
  if (changed.numberRule && !hasCounter(changed.numberRule)) fail('RULE_BROKEN', { rule: 'numberWithoutCounter' })
  await context.db.transaction().execute(async (db: Db) => {
    for (const [key, value] of Object.entries(changed)) await putSetting(db, key, value)
  })
  context.changes.publish(null)
}
