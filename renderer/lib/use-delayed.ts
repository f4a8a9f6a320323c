import { useEffect, useState } from 'react'

/** True once `isPending` has lasted: a skeleton for what takes 50 ms is only a flicker. */
export function useDelayed(isPending: boolean, milliseconds = 200): boolean {
  const [isLate, setIsLate] = useState(false)

  useEffect(() => {
    if (!isPending) return undefined
    const timer = setTimeout(() => setIsLate(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setIsLate(false)
    }
  }, [isPending, milliseconds])

  return isPending && isLate
}
