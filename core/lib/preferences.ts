import type { z } from 'zod'
import { StaffId } from '#contract/common.ts'
import { Settings } from '#contract/settings.ts'
import type { Db } from '../db/open.ts'

export const defaultSettings: Settings = {
  language: 'zh-CN',
  theme: 'system',
  businessName: '',
  businessPhone: '',
  numberRule: {
    parts: [
      { part: 'text', text: 'K' },
      { part: 'date', format: 'YYYY' },
      { part: 'counter', digits: 4 },
    ],
    reset: 'year',
  },
  freshness: [
    { grade: 'A', goodDays: 90, fairDays: 180 },
    { grade: 'B', goodDays: 180, fairDays: 365 },
    { grade: 'C', goodDays: 365, fairDays: 540 },
    { grade: 'D', goodDays: 365, fairDays: 730 },
    { grade: null, goodDays: 365, fairDays: 730 },
  ],
}

export async function currentSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').selectAll().where('key', 'in', Object.keys(defaultSettings)).execute()
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
  return Settings.parse({ ...defaultSettings, ...stored })
}

/** Nobody when the one who sat down has left, or was taken back by an undo. */
export async function staffAtDesk(db: Db): Promise<StaffId | null> {
  const id = await setting(db, 'atDesk', StaffId.nullable(), null)
  if (id === null) return null
  const member = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', id)
    .where('retired', '=', 0)
    .executeTakeFirst()
  return member?.id ?? null
}

/** One stored preference of any slice, checked on the way out. */
export async function setting<T extends z.ZodType>(
  db: Db,
  key: string,
  schema: T,
  fallback: z.infer<T>,
): Promise<z.infer<T>> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  const parsed = row ? schema.safeParse(JSON.parse(row.value)) : undefined
  return parsed?.success ? parsed.data : fallback
}

/** Keeps a preference as JSON. Preferences are not part of undo. */
export async function putSetting(db: Db, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await db
    .insertInto('settings')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute()
}
