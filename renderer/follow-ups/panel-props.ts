import type { DueFollowUp } from '#contract/follow-ups.ts'
import type { Asking } from './use-current.ts'

/** What every question under a row of Today is given. */
export interface PanelProps {
  readonly item: DueFollowUp
  /** Left without an answer. */
  readonly onCancel: () => void
  /** Answered and saved. */
  readonly onSaved: () => void
  readonly onAsk: (asking: Asking) => void
}
