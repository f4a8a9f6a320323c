import type { ViewId } from '#contract/common.ts'
import type { View } from '#contract/views.ts'

/** Which tabs fit beside each other: the active one in any case, the others from the first on. */
export function tabsThatFit(widths: readonly number[], active: number, room: number): number[] {
  const fitting = active < 0 ? [] : [active]
  let left = room - (widths[active] ?? 0)
  for (const [index, width] of widths.entries()) {
    if (index === active) continue
    left -= width
    if (left < 0) break
    fitting.push(index)
  }
  return fitting.toSorted((a, b) => a - b)
}

/** Before which view one has to be put to stand one place on among the tabs; undefined when it is at that end. */
export function placeBeside(tabs: readonly View[], view: View, step: -1 | 1): ViewId | null | undefined {
  const from = tabs.findIndex(({ id }) => id === view.id)
  if (from < 0 || !tabs[from + step]) return undefined
  return tabs[step === -1 ? from - 1 : from + 2]?.id ?? null
}

/** Before which view one is put that was dropped on another: on its far side, seen from where it came. */
export function placeOn(tabs: readonly View[], view: View, target: View): ViewId | null {
  const from = tabs.findIndex(({ id }) => id === view.id)
  const to = tabs.findIndex(({ id }) => id === target.id)
  return from < to ? (tabs[to + 1]?.id ?? null) : target.id
}
