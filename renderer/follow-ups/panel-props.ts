import type { DueFollowUp } from '#contract/follow-ups.ts'
import type { Asking } from './use-current.ts'

/** What every question under a row of Today is given. */
export interface PanelProps {
  readonly item: DueFollowUp
  readonly onClose: () => void
  readonly onAsk: (asking: Asking) => void
}
