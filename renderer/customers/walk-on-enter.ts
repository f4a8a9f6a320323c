import type { KeyboardEvent } from 'react'
import { isComposing } from '../lib/keys.ts'

/** Enter goes to the next field, and from the last one saves, as in every accounting program. */
export function walkOnEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (event.key !== 'Enter' || !isPlain || event.defaultPrevented || isComposing(event)) return
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return

  event.preventDefault()
  const inputs = [
    ...currentTarget.querySelectorAll<HTMLElement>(
      'input:not([type="radio"], [type="hidden"]), input:checked, textarea',
    ),
  ]
  const next = inputs[inputs.indexOf(target) + 1]
  if (next) next.focus()
  else target.form?.requestSubmit()
}
