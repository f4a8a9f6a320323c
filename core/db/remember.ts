import { CompiledQuery } from 'kysely'
import type { Db } from './open.ts'

// One connection makes every change, so what it has counted tells whether anything can be different.
const changesSoFar = CompiledQuery.raw('select total_changes() + rollbacks() as version')

/**
 * A query whose last answer is given again until anything in the file changes: for what every page asks first.
 *
 * The answer is shared, so nobody may alter it.
 */
export function remember<Key extends string, Answer>(
  ask: (db: Db, key: Key) => Promise<Answer>,
): (db: Db, key: Key) => Promise<Answer> {
  const last = new WeakMap<Db, { key: Key; version: number; answer: Answer }>()
  return async (db, key) => {
    const version = await versionOf(db)
    const known = last.get(db)
    if (known?.key === key && known.version === version) return known.answer
    const answer = await ask(db, key)
    last.set(db, { key, version, answer })
    return answer
  }
}

async function versionOf(db: Db): Promise<number> {
  const { rows } = await db.executeQuery<{ version: number }>(changesSoFar)
  return rows[0]?.version ?? -1
}
