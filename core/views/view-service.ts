import { v7 as uuid } from 'uuid'
import type { ViewId, Written } from '#contract/common.ts'
import type { View } from '#contract/views.ts'
import type { Context } from '../lib/context.ts'
import { currentSettings } from '../lib/preferences.ts'
import { write } from '../operations/write.ts'
import { viewOf, viewsInOrder } from './view-queries.ts'

type Content = Pick<View, 'labelZh' | 'labelEn' | 'query' | 'columns'>
type Change = { readonly [Key in keyof Content | 'hidden']?: View[Key] | undefined }

/** A new view stands behind all others. */
export async function addView(context: Context, content: Content): Promise<Written & { id: ViewId }> {
  const subject = { name: await labelOf(context, content) }
  return write(context, { kind: 'saveView', subject }, async ({ db, operationId }) => {
    const { last } = await db
      .selectFrom('views')
      .select((query) => query.fn.max('position').as('last'))
      .executeTakeFirstOrThrow()
    const { id } = await db
      .insertInto('views')
      .values({
        uid: uuid(),
        operation_id: operationId,
        key: null,
        label_zh: content.labelZh,
        label_en: content.labelEn,
        query: JSON.stringify(content.query),
        columns: content.columns && JSON.stringify(content.columns),
        position: (last ?? -1) + 1,
        hidden: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id }
  })
}

export async function editView(context: Context, id: ViewId, change: Change): Promise<Written> {
  const view = { ...(await viewOf(context.db, id)), ...given(change) }
  const subject = { name: await labelOf(context, view) }
  return write(context, { kind: 'saveView', subject }, async ({ db }) => {
    await db
      .updateTable('views')
      .set({
        label_zh: view.labelZh,
        label_en: view.labelEn,
        query: JSON.stringify(view.query),
        columns: view.columns && JSON.stringify(view.columns),
        hidden: view.hidden ? 1 : 0,
      })
      .where('id', '=', id)
      .execute()
    return {}
  })
}

/** Puts a view before another, or behind all. Only those whose place is another are written. */
export async function moveView(context: Context, id: ViewId, before: ViewId | null): Promise<Written> {
  const subject = { name: await labelOf(context, await viewOf(context.db, id)) }
  return write(context, { kind: 'moveView', subject }, async ({ db }) => {
    const ids = (await viewsInOrder(db)).map((view) => view.id)
    const rest = ids.filter((each) => each !== id)
    const place = before === null ? -1 : rest.indexOf(before)
    const ordered = rest.toSpliced(place < 0 ? rest.length : place, 0, id)
    for (const [position, each] of ordered.entries())
      await db.updateTable('views').set({ position }).where('id', '=', each).where('position', '<>', position).execute()
    return {}
  })
}

export async function removeView(context: Context, id: ViewId): Promise<Written> {
  const subject = { name: await labelOf(context, await viewOf(context.db, id)) }
  return write(context, { kind: 'removeView', subject }, async ({ db }) => {
    await db.deleteFrom('views').where('id', '=', id).execute()
    return {}
  })
}

async function labelOf({ db }: Context, { labelZh, labelEn }: Pick<View, 'labelZh' | 'labelEn'>): Promise<string> {
  const { language } = await currentSettings(db)
  return language === 'en' ? labelEn : labelZh
}

/** What was not said stays, also when it is there as undefined. */
function given(change: Change): Partial<View> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
