import { expect, it } from 'vitest'
import { saveValue } from '#core/customers/save-value.ts'
import { addField, removeField } from '#core/fields/field-service.ts'
import { purgeFieldValues } from '#core/fields/purge-field-values.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

/** Every row of the file in which a text stands. */
function traces({ context }: TestCore, text: string): string[] {
  const { sqlite } = context.database
  return ['customers', 'changes'].filter((table) =>
    sqlite
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .some((row: unknown) => JSON.stringify(row).includes(text)),
  )
}

it('leaves no value of a deleted field behind, and every other one', async () => {
  await using core = await openTestCore()
  const { context } = core
  const draft = { owner: 'customer' as const, type: 'text' as const, section: 'notes', choices: [] }
  const { field } = await addField(context, { ...draft, labelZh: '灶台', labelEn: 'Stove' })
  const id = await core.addCustomer({ values: { [field.key]: '六眼灶', needs: '换灶' } })
  await saveValue(context, { id, field: field.key, value: '四眼灶', was: '六眼灶' })
  await saveValue(context, { id, field: 'needs', value: '换锅', was: '换灶' })
  await removeField(context, field.id)
  expect([traces(core, '四眼灶'), traces(core, '六眼灶')]).toEqual([['customers', 'changes'], ['changes']])

  const changes = () => context.db.selectFrom('changes').select(['id', 'table_name']).execute()
  const before = await changes()
  await context.db.transaction().execute((db) => purgeFieldValues(context.database, db, field.key))
  expect([traces(core, '四眼灶'), traces(core, '六眼灶')]).toEqual([[], []])
  expect([traces(core, '换锅'), traces(core, '换灶')]).toEqual([['customers'], ['changes']])
  // It is itself no part of history, and what comes after it is again.
  expect(await changes()).toEqual(before)
  await saveValue(context, { id, field: 'needs', value: null, was: '换锅' })
  expect(await changes()).toHaveLength(before.length + 1)
  const former = await context.db.selectFrom('changes').select('before').where('table_name', '=', 'customers').execute()
  for (const { before: row } of former) expect(typeof JSON.parse(row ?? '{}').field_values).toBe('string')
})
