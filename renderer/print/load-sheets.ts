import type { CustomerId } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import { client } from '../lib/api.ts'
import type { SheetSource } from './sheet-blocks.ts'

const cardsAtOnce = 20
const visitsPrinted = 5

/** Everything that is printed about these customers, in their order; `onLoaded` hears how many are there. */
export async function loadSheets(
  ids: readonly CustomerId[],
  signal: AbortSignal,
  onLoaded: (count: number) => void,
): Promise<SheetSource[]> {
  const sheets: SheetSource[] = []
  for (let index = 0; index < ids.length; index += cardsAtOnce) {
    const cards = await client.customers.cards({ ids: ids.slice(index, index + cardsAtOnce) }, { signal })
    sheets.push(...(await Promise.all(cards.map((card) => loadSheet(card, signal)))))
    onLoaded(sheets.length)
  }
  return sheets
}

async function loadSheet(card: Card, signal: AbortSignal): Promise<SheetSource> {
  const [followUps, timeline] = await Promise.all([
    client.followUps.openOfCustomer({ customerId: card.id }, { signal }),
    client.visits.timeline({ customerId: card.id, kind: 'visit', after: null, limit: visitsPrinted }, { signal }),
  ])
  const visits = timeline.entries.flatMap((entry) => (entry.type === 'visit' ? [entry.visit] : []))
  return { card, followUps, visits }
}
