import { plainReading } from './plain-reading.ts'

/** The contacts of a customer that are shown in a field of its own, and the index that holds all a list asks of them. */
const shownContacts = {
  primary: { index: 'primary_contacts', which: 'is_primary = 1' },
  deciding: { index: 'deciding_contacts', which: 'is_decision_maker = 1' },
} as const

/** Part of the schema, and not to be changed. */
export const shownContactIndexes = Object.values(shownContacts)
  .map(
    ({ index, which }) =>
      `CREATE INDEX ${index} ON contacts (customer_id, position, id, ${plainReading}, name) WHERE ${which};`,
  )
  .join('\n  ')

/**
 * SQL for the reading of the first such contact of a row of `customers`, for sorting by it.
 *
 * Left to itself, SQLite reads all contacts of everybody and takes nine times as long.
 */
export function firstContactReading(kind: keyof typeof shownContacts): string {
  const { index, which } = shownContacts[kind]
  return `(SELECT ${plainReading} FROM contacts INDEXED BY ${index}
    WHERE ${which} AND customer_id = customers.id ORDER BY position, id LIMIT 1)`
}
