import type { CommandId } from '#contract/commands.ts'
import type { SearchHit } from '#contract/search.ts'

export type PaletteItem =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'command'; readonly key: string; readonly command: CommandId }
  /** Makes a customer of what was typed. */
  | { readonly kind: 'newCustomer'; readonly key: string; readonly name: string }
  /** Logs a visit to the customer that is marked, or plans a follow-up. */
  | { readonly kind: 'visit' | 'followUp'; readonly key: string; readonly hit: SearchHit }

/** These say by what; who was found by a name stands among the customers or the contacts. */
const groupedByCause = ['phone', 'number', 'wechat', 'address', 'notes', 'visit'] as const
type Cause = (typeof groupedByCause)[number]

export type GroupKey = 'recent' | 'customers' | 'contacts' | Cause | 'commands'

export interface PaletteGroup {
  readonly key: GroupKey
  readonly items: readonly PaletteItem[]
}

/** What was found, by why it was found. The groups stand in the order of their best hit, so that the best is first. */
export function groupsOfHits(hits: readonly SearchHit[]): readonly PaletteGroup[] {
  const groups = Map.groupBy(hits, groupOf)
  return [...groups].map(([key, members]) => ({ key, items: members.map(itemOf) }))
}

export function recentGroup(hits: readonly SearchHit[]): PaletteGroup {
  return { key: 'recent', items: hits.map(itemOf) }
}

interface CommandWords {
  readonly id: CommandId
  readonly label: string
}

interface CommandsWanted {
  readonly text: string
  readonly offered: readonly CommandWords[]
  readonly matches: (label: string, text: string) => boolean
  /** The customer that is marked, to act on. */
  readonly marked: SearchHit | null
}

/** What can be done: the commands whose name fits, and what can be made of the text and of the marked customer. */
export function commandGroup({ text, offered, matches, marked }: CommandsWanted): PaletteGroup {
  const onlyCommands = isCommandsOnly(text)
  const wanted = onlyCommands ? text.slice(1).trim() : text.trim()
  const named = offered
    .filter(({ id, label }) => id !== 'search' && matches(label, wanted))
    .map(({ id }): PaletteItem => ({ kind: 'command', key: `command-${id}`, command: id }))
  if (onlyCommands || wanted === '') return { key: 'commands', items: named }
  return {
    key: 'commands',
    items: [
      { kind: 'newCustomer', key: 'newCustomer', name: wanted },
      ...(marked === null ? [] : recordsFor(marked)),
      ...named,
    ],
  }
}

function recordsFor(hit: SearchHit): readonly PaletteItem[] {
  return [
    { kind: 'visit', key: 'visit', hit },
    { kind: 'followUp', key: 'followUp', hit },
  ]
}

export function isCommandsOnly(text: string): boolean {
  return /^[>》〉＞]/.test(text)
}

function groupOf({ contactId, matchedBy }: SearchHit): GroupKey {
  const cause = groupedByCause.find((each) => each === matchedBy)
  if (cause !== undefined) return cause
  return contactId === null ? 'customers' : 'contacts'
}

function itemOf(hit: SearchHit): PaletteItem {
  return { kind: 'hit', key: `hit-${hit.customerId}-${hit.contactId ?? 0}`, hit }
}
