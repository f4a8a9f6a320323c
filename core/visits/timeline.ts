import { sql } from 'kysely'
import type { CustomerId, FollowUpId, LocalMinute, VisitId } from '#contract/common.ts'
import type { TimelineEntry, TimelineKind, Visit } from '#contract/visits.ts'
import type { Db } from '../db/open.ts'
import { visitsById } from './visit-queries.ts'

interface TimelinePage {
  readonly entries: TimelineEntry[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

interface Place {
  readonly type: 'visit' | 'followUp'
  readonly at: LocalMinute
  readonly id: number
}

/** What happened with a customer, newest first, a page at a time. A page costs the same wherever it lies. */
export async function timelineOf(
  db: Db,
  customerId: CustomerId,
  kind: TimelineKind,
  after: string | null,
  limit: number,
): Promise<TimelinePage> {
  const from = after === null ? null : placeOf(after)
  const places = [
    ...(kind === 'followUp' ? [] : await visitPlaces(db, customerId, from, limit + 1)),
    ...(kind === 'visit' ? [] : await followUpPlaces(db, customerId, from, limit + 1)),
  ].toSorted(newestFirst)
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return { entries: await entriesAt(db, page), next: places.length > limit && last ? cursorOf(last) : null }
}

export async function timelineCounts(
  db: Db,
  customerId: CustomerId,
): Promise<{ all: number; visit: number; followUp: number }> {
  const { visit } = await db
    .selectFrom('visits')
    .select((query) => query.fn.countAll<number>().as('visit'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()
  const { followUp } = await db
    .selectFrom('follow_ups')
    .select((query) => query.fn.countAll<number>().as('followUp'))
    .where('customer_id', '=', customerId)
    .where('status', '<>', 'open')
    .executeTakeFirstOrThrow()
  return { all: visit + followUp, visit, followUp }
}

function visitPlaces(db: Db, customerId: CustomerId, from: Place | null, limit: number): Promise<Place[]> {
  return db
    .selectFrom('visits')
    .select([sql<'visit'>`'visit'`.as('type'), 'visited_at as at', 'id'])
    .where('customer_id', '=', customerId)
    .$if(from !== null, (query) =>
      query.where(sql<boolean>`(visited_at, id) < (${from?.at}, ${firstIdAfter(from, 'visit')})`),
    )
    .orderBy('visited_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

async function followUpPlaces(db: Db, customerId: CustomerId, from: Place | null, limit: number): Promise<Place[]> {
  const rows = await db
    .selectFrom('follow_ups')
    .select(['closed_minute as at', 'id'])
    .where('customer_id', '=', customerId)
    .where('status', '<>', 'open')
    .$if(from !== null, (query) =>
      query.where(sql<boolean>`(closed_minute, id) < (${from?.at}, ${firstIdAfter(from, 'followUp')})`),
    )
    .orderBy('closed_minute', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ at, id }) => (at === null ? [] : [{ type: 'followUp' as const, at, id }]))
}

/** Within one minute visits stand before follow-ups, and of each the later made first. */
function newestFirst(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  if (one.type !== other.type) return one.type === 'visit' ? -1 : 1
  return other.id - one.id
}

/** Of the cursor's own minute, the ids that still come: all or none of the other type, the lower ones of its own. */
function firstIdAfter(from: Place | null, type: Place['type']): number {
  if (from?.type === type) return from.id
  return from?.type === 'visit' ? Number.MAX_SAFE_INTEGER : 0
}

async function entriesAt(db: Db, places: readonly Place[]): Promise<TimelineEntry[]> {
  const ids = (type: Place['type']) => places.filter((place) => place.type === type).map(({ id }) => id)
  const visits = new Map((await visitsById(db, ids('visit') as VisitId[])).map((visit) => [visit.id as number, visit]))
  const followUps = new Map(
    (await closedFollowUps(db, ids('followUp') as FollowUpId[])).map((entry) => [entry.followUpId as number, entry]),
  )
  return places.flatMap(({ type, at, id }): TimelineEntry[] => {
    if (type === 'visit') {
      const visit: Visit | undefined = visits.get(id)
      return visit ? [{ type, at, visit }] : []
    }
    const followUp = followUps.get(id)
    return followUp ? [{ type, at, ...followUp }] : []
  })
}

async function closedFollowUps(db: Db, ids: readonly FollowUpId[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('follow_ups')
    .leftJoin('staff', 'staff.id', 'follow_ups.staff_id')
    .select(['follow_ups.id as followUpId', 'kind', 'title', 'status', 'outcome', 'staff.name as staffName'])
    .where('follow_ups.id', 'in', ids)
    .execute()
  return rows.flatMap(({ status, ...row }) => (status === 'open' ? [] : [{ ...row, status }]))
}

function cursorOf({ at, type, id }: Place): string {
  return `${at}|${type}|${id}`
}

function placeOf(cursor: string): Place {
  const [at = '', type = '', id = ''] = cursor.split('|')
  return { at: at as LocalMinute, type: type === 'visit' ? 'visit' : 'followUp', id: Number(id) }
}
