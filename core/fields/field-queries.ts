import type { Choice, Field, FieldOwner, Layout, Section } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import { remember } from '../db/remember.ts'

/** The key of the field whose choices are the staff. */
export const ownerField = 'owner'

const rememberedLayout = remember(async (db: Db, _key: ''): Promise<Layout> => {
  const sections = await sectionsInOrder(db)
  return { sections, fields: inOrderOfCard(await allFields(db), sections) }
})

/** Every section and field in order, hidden ones included: those still have values. */
export function currentLayout(db: Db): Promise<Layout> {
  return rememberedLayout(db, '')
}

/** The fields of one kind of record, by key. */
export async function fieldsByKey(db: Db, owner: FieldOwner): Promise<Map<string, Field>> {
  const { fields: all } = await currentLayout(db)
  return new Map(all.filter((field) => field.owner === owner).map((field) => [field.key, field]))
}

async function sectionsInOrder(db: Db): Promise<Section[]> {
  const rows = await db.selectFrom('sections').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    key: row.key,
    labelZh: row.label_zh,
    labelEn: row.label_en,
    position: row.position,
    hidden: row.hidden === 1,
    weight: row.weight,
    shipped: row.shipped === 1,
  }))
}

/**
 * Fields as one meets them going down the card; those it does not show come last. A section can be gone that a field was
 * put into (its making was undone since): the field then stands in the last one there is.
 */
function inOrderOfCard(fields: readonly Field[], sections: readonly Section[]): Field[] {
  const places = new Map(sections.map(({ key }, place) => [key, place]))
  const last = sections.at(-1)?.key ?? null
  const placeOf = ({ section }: Field) =>
    section === null ? sections.length : (places.get(section) ?? sections.length)
  return fields
    .map((field) => (field.section === null || places.has(field.section) ? field : { ...field, section: last }))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.position - other.position || one.id - other.id)
}

async function allFields(db: Db): Promise<Field[]> {
  const rows = await db.selectFrom('fields').selectAll().execute()
  const choices = await choicesByField(db)
  const staff = await staffAsChoices(db)
  return rows.map((row) => ({
    id: row.id,
    owner: row.owner,
    key: row.key,
    labelZh: row.label_zh,
    labelEn: row.label_en,
    type: row.type,
    storage: row.storage,
    section: row.section_key,
    position: row.position,
    required: row.required === 1,
    sensitive: row.sensitive === 1,
    printed: row.printed === 1,
    listed: row.listed === 1,
    hidden: row.hidden === 1,
    retired: row.retired === 1,
    readOnly: row.read_only === 1,
    shipped: row.shipped === 1,
    choices: row.owner === 'customer' && row.key === ownerField ? staff : (choices.get(row.id) ?? []),
  }))
}

/** Who looks after a customer: one of the staff. Those who left stay readable on old cards. */
async function staffAsChoices(db: Db): Promise<Choice[]> {
  const rows = await db.selectFrom('staff').select(['id', 'name', 'retired']).orderBy('id').execute()
  return rows.map(({ id, name, retired }) => ({
    key: String(id),
    labelZh: name,
    labelEn: name,
    hidden: retired === 1,
  }))
}

async function choicesByField(db: Db): Promise<Map<number, Choice[]>> {
  const rows = await db.selectFrom('choices').selectAll().orderBy('position').orderBy('id').execute()
  const choice = (row: (typeof rows)[number]): Choice => ({
    key: row.key,
    labelZh: row.label_zh,
    labelEn: row.label_en,
    hidden: row.hidden === 1,
  })
  return new Map(
    Object.entries(Object.groupBy(rows, (row) => row.field_id)).map(([id, own = []]) => [Number(id), own.map(choice)]),
  )
}
