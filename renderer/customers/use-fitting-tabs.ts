import { useLayoutEffect, useRef, useState } from 'react'
import { tabsThatFit } from './view-places.ts'

/** Which tabs there is room for. Those there is none for stay in the page, out of sight, so that they can be measured. */
export function useFittingTabs() {
  const ref = useRef<HTMLDivElement>(null)
  const [fitting, setFitting] = useState<readonly number[] | null>(null)

  useLayoutEffect(() => {
    const list = ref.current
    if (!list) return
    const measure = () => {
      const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
      const active = tabs.findIndex((tab) => tab.ariaSelected === 'true')
      const fit = tabsThatFit(
        tabs.map((tab) => tab.offsetWidth),
        active,
        list.clientWidth,
      )
      setFitting((was) => (String(was) === String(fit) ? was : fit))
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(list)
    const contents = new MutationObserver(measure)
    contents.observe(list, { childList: true, subtree: true, characterData: true, attributeFilter: ['aria-selected'] })
    return () => {
      sizes.disconnect()
      contents.disconnect()
    }
  }, [])

  return { ref, fits: (index: number) => fitting === null || fitting.includes(index) }
}
