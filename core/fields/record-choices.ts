import type { FieldOwner } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import { fail } from '../lib/fail.ts'
import { fieldsByKey } from './field-queries.ts'

interface VisitChoices {
  readonly channel: string
  readonly purpose: string | null
  readonly result: string | null
}

/** Refuses a channel, purpose or result that no list has. Hidden choices stay valid: old records keep them. */
export async function checkVisitChoices(db: Db, { channel, purpose, result }: VisitChoices): Promise<void> {
  await checkChoices(db, 'visit', { channel, purpose, result })
}

export async function checkFollowUpKind(db: Db, kind: string): Promise<void> {
  await checkChoices(db, 'followUp', { followUpKind: kind })
}

async function checkChoices(db: Db, owner: FieldOwner, values: Record<string, string | null>): Promise<void> {
  const fields = await fieldsByKey(db, owner)
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && !fields.get(key)?.choices.some((choice) => choice.key === value)) {
      fail('BAD_VALUE', { field: key, problem: 'unknownChoice' })
    }
  }
}
