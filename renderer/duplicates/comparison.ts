import type { CustomerId } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import type { Difference, RecordCounts } from '#contract/duplicates.ts'

export type ComparedCard = Card & { readonly records: RecordCounts }

export interface Comparison {
  readonly cards: readonly ComparedCard[]
  readonly survivor: CustomerId
  readonly differences: readonly Difference[]
}

/** How much changes hands when this card stays. */
export function movedTo({ cards }: Comparison, survivor: CustomerId): RecordCounts {
  const others = cards.filter(({ id }) => id !== survivor).map(({ records }) => records)
  const sum = (count: keyof RecordCounts) => others.reduce((all, records) => all + records[count], 0)
  return {
    visits: sum('visits'),
    followUps: sum('followUps'),
    contacts: sum('contacts'),
    attachments: sum('attachments'),
  }
}
