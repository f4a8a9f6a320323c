import { type Arbitrary, array, assert, asyncProperty, constant, constantFrom, nat, oneof, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { OperationId, Written } from '#contract/common.ts'
import type { Field, OwnFieldType } from '#contract/fields.ts'
import { saveValueOfMany } from '#core/customers/save-value.ts'
import { trackedShapes } from '#core/db/tracking.ts'
import { applyTemplate } from '#core/fields/apply-template.ts'
import { addChoice, editChoice, moveChoice, removeChoice } from '#core/fields/choice-service.ts'
import { editField } from '#core/fields/edit-field.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { addField, moveField, removeField } from '#core/fields/field-service.ts'
import { mergeChoices } from '#core/fields/merge-choices.ts'
import { addSection, editSection, moveSection, removeSection } from '#core/fields/section-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const pick = nat(200)
const word = constantFrom('灶台', '备注', 'Model', '<b>', '😀')
const type: Arbitrary<OwnFieldType> = constantFrom('text', 'number', 'money', 'choice', 'choices', 'date', 'yesNo')
const flags = record(
  { required: constantFrom(true, false), hidden: constantFrom(true, false), retired: constantFrom(true, false) },
  { requiredKeys: [] },
)

/** What an owner might do to the layout next; picks choose among what is there. */
const anyStep = oneof(
  record({ do: constant('addField' as const), word, type, section: pick }),
  record({ do: constant('editField' as const), field: pick, change: flags }),
  record({ do: constant('rename' as const), field: pick, word }),
  record({ do: constant('changeType' as const), field: pick, type }),
  record({ do: constant('moveField' as const), field: pick, section: pick, before: pick }),
  record({ do: constant('removeField' as const), field: pick }),
  record({ do: constant('addSection' as const), word }),
  record({ do: constant('editSection' as const), section: pick, weight: nat(10) }),
  record({ do: constant('moveSection' as const), section: pick, before: pick }),
  record({ do: constant('removeSection' as const), section: pick, into: pick }),
  record({ do: constant('addChoice' as const), field: pick, word }),
  record({ do: constant('hideChoice' as const), field: pick, choice: pick }),
  record({ do: constant('moveChoice' as const), field: pick, choice: pick, before: pick }),
  record({ do: constant('mergeChoices' as const), field: pick, choice: pick, into: pick }),
  record({ do: constant('removeChoice' as const), field: pick, choice: pick }),
  record({
    do: constant('template' as const),
    trade: constantFrom('decoration' as const, 'beauty' as const, 'general' as const),
  }),
  record({ do: constant('fill' as const), field: pick, choice: pick }),
)
type Step = typeof anyStep extends Arbitrary<infer T> ? T : never

it('gives back every row when edits of the layout are undone in reverse', async () => {
  await assert(
    asyncProperty(array(anyStep, { minLength: 4, maxLength: 20 }), async (steps) => {
      await using core = await openTestCore()
      await core.addCustomer({ values: { grade: 'A', monthlyVolume: '12', standing: 'leading' } })
      await core.addCustomer({ name: '锦绣轩', kind: 'company', values: { grade: 'B', purchaseCycle: '2026-03-02' } })
      const done: { operationId: OperationId; before: unknown }[] = []
      for (const step of steps) {
        const before = snapshot(core)
        const written = await take(core, step)
        if (written) done.push({ operationId: written.operationId, before })
        // Refused, so nothing of it was done.
        else expect(snapshot(core)).toEqual(before)
        expectSoundLayout(await currentLayout(core.context.db))
      }
      for (const { operationId, before } of done.toReversed()) {
        expect(await undoOperation(core.context, operationId)).toMatchObject({ keptCount: 0 })
        expect(snapshot(core)).toEqual(before)
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

function snapshot({ context }: TestCore) {
  const { sqlite } = context.database
  return Object.fromEntries(
    trackedShapes(sqlite).map(({ name }) => [name, sqlite.prepare(`SELECT * FROM ${name} ORDER BY id`).all()]),
  )
}

/** Whatever was done: names differ, forms stay short, every field stands somewhere. */
function expectSoundLayout({ sections, fields }: Awaited<ReturnType<typeof currentLayout>>): void {
  const own = fields.filter(({ owner }) => owner === 'customer')
  expect(new Set(own.map(({ labelZh }) => labelZh)).size).toBe(own.length)
  expect(new Set(sections.map(({ labelZh }) => labelZh)).size).toBe(sections.length)
  expect(own.filter(({ required, key }) => required && key !== 'number').length).toBeLessThanOrEqual(5)
  expect(own.filter(({ required, hidden, retired }) => required && (hidden || retired))).toEqual([])
  const keys = sections.map(({ key }) => key)
  for (const { section } of own) if (section !== null) expect(keys).toContain(section)
}

/** Null when it was refused by one of the rules; anything else that goes wrong fails the test. */
async function take(core: TestCore, step: Step): Promise<Written | null> {
  try {
    return await attempt(core, step)
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/RULE_BROKEN|BAD_VALUE/) })
    return null
  }
}

async function attempt({ context }: TestCore, step: Step): Promise<Written | null> {
  const { sections, fields } = await currentLayout(context.db)
  const own = fields.filter(({ owner }) => owner === 'customer')
  const one = <T>(of: readonly T[], at: number): T => of[at % of.length] as T
  const field: Field = one(own, 'field' in step ? step.field : 0)
  const section = one(sections, 'section' in step ? step.section : 0).key
  const lists = own.filter(({ choices }) => choices.length > 0)
  const list = one(lists, 'field' in step ? step.field : 0)
  const choice = one(list.choices, 'choice' in step ? step.choice : 0).key

  switch (step.do) {
    case 'addField': {
      const choices = [{ labelZh: '红', labelEn: 'Red' }]
      const labels = { labelZh: step.word, labelEn: `${step.word} en` }
      return addField(context, { owner: 'customer', ...labels, type: step.type, section, choices })
    }
    case 'editField':
      return editField(context, field.id, step.change)
    case 'rename':
      return editField(context, field.id, { labelZh: step.word })
    case 'changeType':
      return editField(context, field.id, { type: step.type })
    case 'moveField': {
      const there = [...own.filter((other) => other.section === section).map(({ id }) => id), null]
      return moveField(context, field.id, section, one(there, step.before))
    }
    case 'removeField':
      return removeField(context, field.id)
    case 'addSection':
      return addSection(context, { labelZh: step.word, labelEn: `${step.word} en` })
    case 'editSection':
      return editSection(context, section, { weight: step.weight })
    case 'moveSection':
      return moveSection(context, section, one(sections, step.before).key)
    case 'removeSection':
      return removeSection(context, section, one(sections, step.into).key)
    case 'addChoice':
      return addChoice(context, list.id, { labelZh: step.word, labelEn: step.word })
    case 'hideChoice':
      return editChoice(context, list.id, choice, { hidden: true })
    case 'moveChoice':
      return moveChoice(context, list.id, choice, one(list.choices, step.before).key)
    case 'mergeChoices':
      return mergeChoices(context, list.id, choice, one(list.choices, step.into).key)
    case 'removeChoice':
      return removeChoice(context, list.id, choice)
    case 'template':
      return applyTemplate(context, step.trade)
    case 'fill': {
      const query = { text: '', filters: [], sort: [] }
      const value = list.type === 'choices' ? [choice] : choice
      return saveValueOfMany(context, { query, except: [] }, list.key, value)
    }
  }
}
