import type { CustomerId } from '#contract/common.ts'
import { client } from '../lib/api.ts'
import type { SheetSource } from './sheet-blocks.ts'

const cardsAtOnce = 50
const visitsPrinted = 5

/** Everything that is printed about these customers, in their order; `onLoaded` hears how many are there. */
export async function loadSheets(
  ids: readonly CustomerId[],
  signal: AbortSignal,
  onLoaded: (count: number) => void,
): Promise<SheetSource[]> {
  const sheets: SheetSource[] = []
  for (let index = 0; index < ids.length; index += cardsAtOnce) {
    sheets.push(...(await loadSome(ids.slice(index, index + cardsAtOnce), signal)))
    onLoaded(sheets.length)
  }
  return sheets
}

async function loadSome(ids: CustomerId[], signal: AbortSignal): Promise<SheetSource[]> {
  const [cards, followUps, visits] = await Promise.all([
    client.customers.cards({ ids }, { signal }),
    client.followUps.openOfCustomers({ customerIds: ids }, { signal }),
    client.visits.latestOfCustomers({ customerIds: ids, limit: visitsPrinted }, { signal }),
  ])
  const followUpsOf = Map.groupBy(followUps, ({ customerId }) => customerId)
  const visitsOf = Map.groupBy(visits, ({ customerId }) => customerId)
  return cards.map((card) => ({
    card,
    followUps: followUpsOf.get(card.id) ?? [],
    visits: visitsOf.get(card.id) ?? [],
  }))
}
