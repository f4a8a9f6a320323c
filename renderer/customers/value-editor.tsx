import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Field, FieldValue } from '#contract/fields.ts'
import { isComposing } from '../lib/keys.ts'
import { FieldInput } from '../ui/field-input.tsx'
import { sameValue } from './same-value.ts'

/** Where to go after a field: back to it, to its neighbours, or wherever the mouse went. */
export type Move = 'stay' | 'next' | 'previous' | 'away'

interface ValueEditorProps {
  readonly field: Field
  readonly value: FieldValue
  /** What stands in the box at first, when that is not the value itself. */
  readonly initial?: FieldValue | undefined
  /** What is typed takes the place of what is there. */
  readonly selectsAll?: boolean
  readonly error?: string | undefined
  /** Called once for each time one is done, and only when something was changed. */
  readonly onSave: (value: FieldValue, move: Move) => void
  readonly onLeave: (move: Move) => void
  /** Stands beneath the box, and is told what is typed. */
  readonly renderBelow?: (typed: FieldValue) => ReactNode
  readonly className?: string | undefined
}

/** A field being edited in place: Enter saves, Tab saves and walks on, Esc reverts, a click elsewhere saves. */
export function ValueEditor({
  field,
  value,
  initial = value,
  selectsAll = false,
  error,
  onSave,
  onLeave,
  renderBelow,
  className,
}: ValueEditorProps) {
  const [typed, setTyped] = useState(initial)
  // Read by the handlers of the same event that changed it: a tag is taken over as its box loses the focus.
  const latest = useRef(initial)
  const isDone = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const isSearch = field.type === 'choice' || field.type === 'yesNo'

  useLayoutEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    if (selectsAll || isSearch) input?.select()
    else input?.setSelectionRange(input.value.length, input.value.length)
  }, [selectsAll, isSearch])

  useEffect(() => {
    // What was refused is to be mended: the focus that was on its way comes back.
    if (error !== undefined) box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [error])

  const finish = (move: Move) => {
    if (isDone.current) return
    isDone.current = true
    if (sameValue(latest.current, value)) onLeave(move)
    else onSave(latest.current, move)
  }
  const change = (next: FieldValue) => {
    isDone.current = false
    latest.current = next
    setTyped(next)
    if (isSearch) finish('stay')
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation()
    if (isComposing(event) || event.defaultPrevented) return
    if (event.key === 'Escape') {
      event.preventDefault()
      isDone.current = true
      onLeave('stay')
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      isDone.current = false
      finish('stay')
    }
    if (event.key === 'Tab') {
      event.preventDefault()
      takeOverTyped(event.target)
      isDone.current = false
      finish(event.shiftKey ? 'previous' : 'next')
    }
  }
  // Tab must not end it as a click elsewhere would: it knows where to go.
  const takeOverTyped = (target: EventTarget) => {
    isDone.current = true
    if (target instanceof HTMLElement) target.blur()
  }

  return (
    <div
      ref={box}
      className={className}
      role="presentation"
      onKeyDown={press}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) finish('away')
      }}
    >
      <FieldInput field={field} value={typed} onChange={change} error={error} size="row" autoFocus />
      {renderBelow?.(typed)}
    </div>
  )
}
