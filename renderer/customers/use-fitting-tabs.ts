import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useLayoutEffect, useRef, useState } from 'react'
import { tabsThatFit } from './view-places.ts'

/** Which tabs there is room for. Those there is none for stay in the page, out of sight, so that they can be measured. */
export function useFittingTabs(labels: readonly string[], active: number) {
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const list = useRef<HTMLDivElement>(null)
  const [fitting, setFitting] = useState<ReadonlySet<number> | null>(null)
  const written = labels.join('\n')

  useLayoutEffect(() => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])]
    const widths = tabs.map((tab) => tab.offsetWidth)
    setFitting(width === 0 ? null : tabsThatFit(widths, active, width))
  }, [width, written, active])

  return { ref: useMergedRef(list, sized), fits: (index: number) => fitting === null || fitting.has(index) }
}
