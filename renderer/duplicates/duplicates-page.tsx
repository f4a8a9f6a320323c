import type { CustomerId } from '#contract/common.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { FindPage } from './find-page.tsx'
import { MergePage } from './merge-page.tsx'
import { useFound } from './use-found.ts'

/** The search for duplicates; with two ids and more, these cards side by side. */
export function DuplicatesPage({ ids }: { readonly ids: readonly CustomerId[] }) {
  const found = useFound()
  if (ids.length < 2) return <FindPage found={found} />
  return (
    <MergePage
      key={ids.join()}
      ids={ids}
      onSettled={(settled, survivor) => navigate(nextPlace(found.settle(settled, survivor), survivor))}
    />
  )
}

/** To the next group; where no list was, to the card that stayed. */
function nextPlace(next: readonly CustomerId[] | null, survivor: CustomerId | null): string {
  if (next !== null && next.length > 1) return paths.mergeOf(next)
  if (next !== null) return paths.duplicates
  return survivor === null ? paths.customers : paths.card(survivor)
}
