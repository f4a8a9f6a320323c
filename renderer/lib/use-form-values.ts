import { useState } from 'react'

export interface FormValues<T> {
  readonly values: T
  readonly change: (patch: Partial<T>) => void
  /** Something was typed since it was opened. */
  readonly isDirty: boolean
  /** Saving was tried: from now on what is missing is shown. */
  readonly isTried: boolean
  readonly setTried: () => void
}

/** The values of a form in a drawer: made afresh each time it opens. */
export function useFormValues<T extends object>(opened: boolean, make: () => T): FormValues<T> {
  const [wasOpened, setWasOpened] = useState(opened)
  const [initial, setInitial] = useState(make)
  const [values, setValues] = useState(initial)
  const [isTried, setIsTried] = useState(false)

  if (opened !== wasOpened) {
    setWasOpened(opened)
    if (opened) {
      const fresh = make()
      setInitial(fresh)
      setValues(fresh)
      setIsTried(false)
    }
  }

  return {
    values,
    change: (patch) => setValues((before) => ({ ...before, ...patch })),
    isDirty: JSON.stringify(values) !== JSON.stringify(initial),
    isTried,
    setTried: () => setIsTried(true),
  }
}
