import { useQuery } from '@tanstack/react-query'
import type { CustomerId, FollowUpId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { FollowUpForm } from './follow-up-form.tsx'

interface EditFollowUpProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly id: FollowUpId
  readonly customerId: CustomerId
}

/** The form for one that a list shows only in part: it is read whole before it is edited. */
export function EditFollowUp({ opened, onClose, id, customerId }: EditFollowUpProps) {
  const { data } = useQuery({
    ...api.followUps.openOfCustomer.queryOptions({ input: { customerId } }),
    enabled: opened,
  })
  const followUp = data?.find((candidate) => candidate.id === id)
  if (followUp === undefined) return null
  return <FollowUpForm opened={opened} onClose={onClose} customerId={customerId} followUp={followUp} />
}
