import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on a field's text when its input is gone and took the focus with it. */
export function useFocusBack(isEditing: boolean): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null)
  const wasEditing = useRef(isEditing)

  useEffect(() => {
    if (wasEditing.current && !isEditing && document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('[data-field]')?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [isEditing])
  return row
}
