import { useEffect, useEffectEvent } from 'react'

type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

/**
 * Keys of a page, by name: `l`, `Enter`, `alt+ArrowDown`, `ctrl+c`.
 *
 * Silent in a form, while somebody types or an input method composes, while a dialog is open, and where a button means
 * Enter.
 */
export function useKeys(bindings: KeyBindings, { enabled = true } = {}): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const binding = bindings[keyName(event)]
    if (!enabled || !binding || event.defaultPrevented || isSpokenFor(event)) return
    event.preventDefault()
    binding(event)
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** Ctrl Enter, wherever the focus is: in a field, on a button, or nowhere yet. */
export function useSaveKey(isOpen: boolean, save: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
    event.preventDefault()
    save()
  })
  useEffect(() => {
    if (!isOpen) return undefined
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [isOpen])
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): string {
  const isCharacter = key.length === 1
  const modifiers = [(ctrlKey || metaKey) && 'ctrl+', altKey && 'alt+', shiftKey && !isCharacter && 'shift+']
  return `${modifiers.filter(Boolean).join('')}${isCharacter ? key.toLowerCase() : key}`
}

/** An input method is at work: Enter takes its candidate and means nothing else. 229 is how older ones say it. */
export function isComposing(event: KeyboardEvent | { readonly nativeEvent: KeyboardEvent }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}

export function isTyping({ target }: Pick<Event, 'target'>): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range', 'file'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

function isSpokenFor(event: KeyboardEvent): boolean {
  if (isComposing(event) || isDialogOpen()) return true
  if (isTyping(event) && !event.altKey) return true
  if (!(event.target instanceof Element)) return false
  if (event.target.closest('form, [role="menu"], [role="listbox"], [role="dialog"]')) return true
  const means = event.target.closest('button, a, summary, input, [role="button"], [role="tab"]')
  return means !== null && ['Enter', ' '].includes(event.key)
}
