import { expect, it } from 'vitest'
import { currentLayout } from '#core/fields/field-queries.ts'
import { checkValue } from '#core/fields/field-value.ts'
import { sampleValue } from '../../../renderer/fields/sample-values.ts'
import { openTestCore } from '../../support/core.ts'

it('fills every field of the shipped card with a value that fits it', async () => {
  await using core = await openTestCore()
  const { fields } = await currentLayout(core.context.db)
  const unfit = (['zh-CN', 'en'] as const).flatMap((language) =>
    fields
      .filter(({ owner, storage }) => owner === 'customer' && storage !== 'part')
      .filter((field) => {
        const value = sampleValue(field, language)
        return value === null || (!field.readOnly && 'problem' in checkValue(field, value))
      })
      .map(({ key }) => `${language}: ${key}`),
  )
  expect(unfit).toEqual([])
})
