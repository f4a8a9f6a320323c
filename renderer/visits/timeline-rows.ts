import type { TimelineEntry } from '#contract/visits.ts'

export type TimelineRow =
  | { readonly type: 'month'; readonly key: string; readonly day: string }
  | { readonly type: 'entry'; readonly key: string; readonly entry: TimelineEntry }

/** The entries, newest first as they come, under a heading for each month. */
export function timelineRows(entries: readonly TimelineEntry[]): readonly TimelineRow[] {
  return entries.flatMap((entry, index): TimelineRow[] => {
    const month = monthOf(entry)
    const row = { type: 'entry', key: keyOf(entry), entry } as const
    if (month === monthOf(entries[index - 1])) return [row]
    return [{ type: 'month', key: `month-${month}`, day: `${month}-01` }, row]
  })
}

function monthOf(entry: TimelineEntry | undefined): string | undefined {
  return entry?.at.slice(0, 7)
}

function keyOf(entry: TimelineEntry): string {
  return entry.type === 'visit' ? `visit-${entry.visit.id}` : `followUp-${entry.followUpId}`
}
