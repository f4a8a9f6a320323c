import { CompiledQuery } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import { fold } from './fold.ts'
import { grams, shortestCode, termKinds } from './search-terms.ts'
import { allOf, quoted } from './term-expressions.ts'

const most = 50

/** Customers whose whole name is this one, however it is written: the newest, if there are very many. */
export function customersNamed(db: Db, name: string): Promise<CustomerId[]> {
  const folded = fold(name)
  return folded === '' ? Promise.resolve([]) : ask<CustomerId>(db, 'customer', quoted(termKinds.name.whole + folded))
}

/** Customers or contacts whose WeChat name may be this one: all pieces of it are there. */
export function mayHaveWechat(db: Db, entity: 'customer' | 'contact', wechat: string): Promise<number[]> {
  const pieces = grams(termKinds.wechat, [...fold(wechat)], shortestCode)
  return pieces.length === 0 ? Promise.resolve([]) : ask(db, entity, allOf(pieces.map(quoted)))
}

async function ask<Id extends number>(db: Db, entity: 'customer' | 'contact', expression: string): Promise<Id[]> {
  const index = `search_${entity}s`
  const text = `select rowid as id from ${index} where ${index} match ? order by rowid desc limit ${most}`
  const { rows } = await db.executeQuery<{ id: Id }>(CompiledQuery.raw(text, [expression]))
  return rows.map(({ id }) => id)
}
