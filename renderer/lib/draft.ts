import { useState } from 'react'

const drafts = new Map<string, unknown>()

/**
 * State that outlives its component but not the page, for text that is typed and not saved yet. Browser storage would
 * keep it longer, but no customer data goes there.
 */
export function useDraft<T>(key: string, initial: T): readonly [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => (drafts.has(key) ? (drafts.get(key) as T) : initial))

  const keep = (next: T) => {
    drafts.set(key, next)
    setValue(next)
  }
  const clear = () => {
    drafts.delete(key)
    setValue(initial)
  }
  return [value, keep, clear]
}
