import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Written } from '#contract/common.ts'
import type { Field, Layout, TradeKey, TradeTemplate } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { type Labels, labelIn, sameLabels } from '../lib/label.ts'
import { currentSettings } from '../lib/preferences.ts'
import { write, type Writing } from '../operations/write.ts'
import { newKey } from './change-field.ts'
import { currentLayout } from './field-queries.ts'
import { insertField } from './field-service.ts'
import { isHeld } from './field-usage.ts'
import { shippedLayout } from './shipped-fields.ts'
import { insertSection, putSectionBefore } from './section-service.ts'
import { type Trade, type TradeField, trades } from './trade-templates.ts'

/** What each trade template would do to the layout as it is now; before the first run, to the one it begins with. */
export async function tradeTemplates(db: Db): Promise<TradeTemplate[]> {
  const layout = await currentLayout(db)
  const filled = await filledFields(db, layout)
  const shape = layout.sections.length === 0 ? shippedLayout() : layout
  return Object.values(trades).map((trade) => templateOf(trade, shape, filled))
}

export async function applyTemplate(context: Context, key: TradeKey): Promise<Written> {
  const { language } = await currentSettings(context.db)
  const subject = { name: labelIn(language, trades[key]) }
  return write(context, { kind: 'applyTemplate', subject }, async (writing) => {
    await applyTrade(writing, key)
    return {}
  })
}

/** As part of another operation: the first run. */
export async function applyTrade(writing: Writing, key: TradeKey): Promise<void> {
  const { db } = writing
  const trade = trades[key]
  const layout = await currentLayout(db)
  const template = templateOf(trade, layout, await filledFields(db, layout))
  const section = await sectionFor(writing, trade, layout)
  for (const draft of template.fields) {
    const own = trade.fields.find(({ labelZh }) => labelZh === draft.labelZh)
    await insertField(writing, { ...draft, section }, own && (await freshKey(db, 'fields', own.key)))
  }
  for (const [hidden, keys] of [
    [0, template.shows],
    [1, template.hides],
  ] as const) {
    if (keys.length === 0) continue
    await db.updateTable('fields').set({ hidden }).where('owner', '=', 'customer').where('key', 'in', keys).execute()
  }
}

/** As much of a layout as a template goes by. */
interface LayoutShape {
  readonly sections: readonly (Labels & { readonly key: string })[]
  readonly fields: readonly FieldShape[]
}

type FieldShape = Pick<Field, 'key' | 'labelZh' | 'labelEn' | 'owner' | 'required' | 'hidden' | 'shipped'>

/**
 * The template less what is there already. It hides no field that somebody has filled in, and shows again the shipped
 * ones that it does not hide.
 */
function templateOf(trade: Trade, { sections, fields }: LayoutShape, filled: ReadonlySet<string>): TradeTemplate {
  const own = fields.filter(({ owner }) => owner === 'customer')
  const { key, labelZh, labelEn, section } = trade
  const missing = trade.fields.filter((field) => !own.some((one) => isSame(one, field)))
  const sectionThere = section && sections.find((one) => isSame(one, section))
  const isNew = section !== null && !sectionThere && missing.length > 0
  const isOurs = (field: FieldShape) => field.shipped || trade.fields.some((one) => isSame(field, one))
  return {
    key,
    labelZh,
    labelEn,
    sections: isNew ? [{ key: section.key, labelZh: section.labelZh, labelEn: section.labelEn }] : [],
    fields: missing.map((field) => {
      const { key: _, ...draft } = field
      return { ...draft, owner: 'customer', section: sectionThere?.key ?? section?.key ?? null }
    }),
    shows: own.filter((field) => field.hidden && isOurs(field) && !trade.hides.includes(field.key)).map(keyOf),
    hides: own
      .filter((field) => trade.hides.includes(field.key) && !field.hidden && !field.required && !filled.has(field.key))
      .map(keyOf),
  }
}

/** By its key whatever it is called today, or by its name when the owner has made one like it. */
function isSame(one: Labels & { readonly key: string }, other: Pick<TradeField, 'key'> & Labels): boolean {
  return one.key === other.key || sameLabels(one, other)
}

async function sectionFor(writing: Writing, { section }: Trade, { sections }: Layout): Promise<string | null> {
  if (section === null) return null
  const there = sections.find((one) => isSame(one, section))
  if (there) return there.key
  const key = await insertSection(writing, section, await freshKey(writing.db, 'sections', section.key))
  if (sections.some((one) => one.key === section.before)) await putSectionBefore(writing.db, key, section.before)
  return key
}

/** The template's key, or another when something of that key was deleted: its values must not turn up in this one. */
async function freshKey(db: Db, table: 'fields' | 'sections', key: string): Promise<string> {
  const former = await db
    .selectFrom('changes')
    .select('id')
    .where('table_name', '=', table)
    .where(sql<boolean>`before ->> 'key' = ${key}`)
    .limit(1)
    .executeTakeFirst()
  return former ? newKey(table === 'fields' ? 'f' : 's') : key
}

/** The fields a template may hide that hold something somewhere. */
async function filledFields(db: Db, { fields }: Layout): Promise<Set<string>> {
  const hideable = new Set(Object.values(trades).flatMap(({ hides }) => hides))
  const filled = new Set<string>()
  for (const field of fields) {
    if (field.owner !== 'customer' || !hideable.has(field.key)) continue
    if (await isHeld(db, field)) filled.add(field.key)
    // A field that nobody has filled in takes a look at every customer.
    await setImmediate()
  }
  return filled
}

function keyOf({ key }: FieldShape): string {
  return key
}
