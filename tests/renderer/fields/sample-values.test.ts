import { expect, it } from 'vitest'
import { currentLayout } from '#core/fields/field-queries.ts'
import { checkValue } from '#core/fields/field-value.ts'
import { sampleValue } from '../../../renderer/fields/sample-values.ts'
import { openTestCore } from '../../support/core.ts'

it('fills every field of the shipped card with a value that fits it', async () => {
  await using core = await openTestCore()
  const { fields } = await currentLayout(core.context.db)
  for (const language of ['zh-CN', 'en'] as const) {
    for (const field of fields.filter(({ owner, storage }) => owner === 'customer' && storage !== 'part')) {
      const value = sampleValue(field, language)
      expect(value, field.key).not.toBeNull()
      expect(field.readOnly || !('problem' in checkValue(field, value)), field.key).toBe(true)
    }
  }
})
