import type { Context } from '../lib/context.ts'

export async function about({ db, database, dataFile, version }: Context) {
  const count = async (table: 'customers' | 'visits') => {
    const { count } = await db
      .selectFrom(table)
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  }
  return {
    version,
    dataFile,
    sqlite: database.sqliteVersion,
    customers: await count('customers'),
    visits: await count('visits'),
  }
}
