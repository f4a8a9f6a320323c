import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomerId, Day, FollowUpId } from '#contract/common.ts'
import type { FollowUp } from '#contract/follow-ups.ts'
import { api } from '../lib/api.ts'
import { answerable, isLikelyAnswered } from './answered.ts'

export interface Answered {
  /** All that is open with the customer. */
  readonly open: readonly FollowUp[]
  /** What is offered to be completed along with the visit. */
  readonly offered: readonly FollowUp[]
  /** What will be. */
  readonly ids: readonly FollowUpId[]
  readonly toggle: (id: FollowUpId) => void
}

/** The follow-ups that a visit on that day answers, ticked in advance where that is likely. */
export function useAnswered(customerId: CustomerId | null, visitedOn: Day): Answered {
  const [changed, setChanged] = useState<readonly FollowUpId[]>([])
  const input = customerId === null ? skipToken : { customerId }
  const { data: open = [] } = useQuery(api.followUps.openOfCustomer.queryOptions({ input }))
  const offered = answerable(open, visitedOn)
  const isTicked = (followUp: FollowUp) => isLikelyAnswered(followUp, visitedOn) !== changed.includes(followUp.id)

  return {
    open,
    offered,
    ids: offered.filter(isTicked).map(({ id }) => id),
    toggle: (id) => setChanged((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id])),
  }
}
