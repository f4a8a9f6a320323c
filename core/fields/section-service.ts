import type { Written } from '#contract/common.ts'
import type { Section, SectionEdit } from '#contract/fields.ts'
import type { OperationKind } from '#contract/operations.ts'
import type { Db } from '../db/open.ts'
import type { Flag } from '../db/column-types.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { labelIn, type Labels, sameLabels } from '../lib/label.ts'
import { movedPositions } from '../lib/positions.ts'
import { currentSettings } from '../lib/preferences.ts'
import { write, type Writing } from '../operations/write.ts'
import { newKey } from './change-field.ts'
import { currentLayout } from './field-queries.ts'

export async function addSection(context: Context, labels: Labels): Promise<Written & { key: string }> {
  const { language } = await currentSettings(context.db)
  return write(context, { kind: 'addSection', subject: { name: labelIn(language, labels) } }, async (writing) => ({
    key: await insertSection(writing, labels),
  }))
}

/** A new section at the end of the card. */
export async function insertSection(writing: Writing, labels: Labels, key = newKey('s')): Promise<string> {
  const { sections } = await currentLayout(writing.db)
  refuseNamesake(sections, labels, null)
  await writing.db
    .insertInto('sections')
    .values({
      operation_id: writing.operationId,
      key,
      label_zh: labels.labelZh,
      label_en: labels.labelEn,
      position: (sections.at(-1)?.position ?? -1) + 1,
      hidden: 0,
    })
    .execute()
  return key
}

export async function editSection(context: Context, key: string, change: SectionEdit): Promise<Written> {
  return changeSection(context, 'editSection', key, async ({ db }, section) => {
    const { sections } = await currentLayout(db)
    const labels = { labelZh: change.labelZh ?? section.labelZh, labelEn: change.labelEn ?? section.labelEn }
    refuseNamesake(sections, labels, key)
    const hidden: Flag = (change.hidden ?? section.hidden) ? 1 : 0
    await db
      .updateTable('sections')
      .set({
        label_zh: labels.labelZh,
        label_en: labels.labelEn,
        hidden,
        weight: change.weight ?? section.weight,
      })
      .where('key', '=', key)
      .execute()
    return {}
  })
}

/** Puts a section before another; null: at the end. */
export async function moveSection(context: Context, key: string, before: string | null): Promise<Written> {
  return changeSection(context, 'moveSection', key, async ({ db }) => {
    if (before !== null) await refuseUnknownSection(db, before)
    await putSectionBefore(db, key, before)
    return {}
  })
}

export async function putSectionBefore(db: Db, key: string, before: string | null): Promise<void> {
  const { sections } = await currentLayout(db)
  const row = sections.map((section) => ({ id: section.key, position: section.position }))
  for (const { id, position } of movedPositions(row, key, before)) {
    await db.updateTable('sections').set({ position }).where('key', '=', id).execute()
  }
}

/** Its fields go to the end of another section, in their order. */
export async function removeSection(context: Context, key: string, fieldsTo: string): Promise<Written> {
  return changeSection(context, 'removeSection', key, async ({ db }) => {
    const { sections, fields } = await currentLayout(db)
    if (sections.length === 1 || fieldsTo === key) fail('RULE_BROKEN', { rule: 'lastSection' })
    await refuseUnknownSection(db, fieldsTo)
    const there = fields.filter(({ section }) => section === fieldsTo)
    let position = there.at(-1)?.position ?? 0
    for (const { id } of fields.filter(({ section }) => section === key)) {
      position++
      await db.updateTable('fields').set({ section_key: fieldsTo, position }).where('id', '=', id).execute()
    }
    await db.deleteFrom('sections').where('key', '=', key).execute()
    return {}
  })
}

export async function refuseUnknownSection(db: Db, key: string): Promise<void> {
  await sectionByKey(db, key)
}

async function changeSection<T extends object>(
  context: Context,
  kind: OperationKind,
  key: string,
  work: (writing: Writing, section: Section) => Promise<T>,
): Promise<T & Written> {
  const { language } = await currentSettings(context.db)
  const subject = { name: labelIn(language, await sectionByKey(context.db, key)) }
  return write(context, { kind, subject }, async (writing) => work(writing, await sectionByKey(writing.db, key)))
}

async function sectionByKey(db: Db, key: string): Promise<Section> {
  const { sections } = await currentLayout(db)
  return sections.find((section) => section.key === key) ?? fail('NOT_FOUND', { entity: 'section', id: 0 })
}

function refuseNamesake(sections: readonly Section[], labels: Labels, except: string | null): void {
  if (sections.some((section) => section.key !== except && sameLabels(section, labels))) {
    fail('RULE_BROKEN', { rule: 'sectionExists' })
  }
}
