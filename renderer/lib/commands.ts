import { t } from 'i18next'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { type Command, type CommandId, commands } from '#contract/commands.ts'
import { isComposing, isDialogOpen, isTyping } from './keys.ts'
import { isElectron, isMac } from './platform.ts'

// A browser keeps Ctrl N and Ctrl T for itself; inside one these are what works, and what is shown.
const browserKeys: Partial<Record<CommandId, string>> = { newCustomer: 'Alt+N', newFollowUp: 'Alt+T' }

const handlers = new Map<CommandId, (() => void)[]>()
const listeners = new Set<() => void>()
let offered: readonly CommandId[] = []

/** While mounted, the command is in the palette and the menu and answers to its key. Null: not now. */
export function useCommand(id: CommandId, handler: (() => void) | null): void {
  const isOffered = handler !== null
  const run = useEffectEvent(() => handler?.())

  useEffect(() => {
    if (!isOffered) return undefined
    const own = () => run()
    handlers.set(id, [...(handlers.get(id) ?? []), own])
    publish()
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== own),
      )
      publish()
    }
  }, [id, isOffered])
}

/** Runs what was mounted last for it. False when nobody offers it. */
export function runCommand(id: string): boolean {
  const handler = handlers.get(id as CommandId)?.at(-1)
  handler?.()
  return handler !== undefined
}

/** The commands that do something at this moment, in the order of the one list. */
export function useOfferedCommands(): readonly CommandId[] {
  return useSyncExternalStore(subscribe, () => offered)
}

export function commandLabel(id: CommandId): string {
  return t(`commands:${id}`)
}

/** The caps of the command's key, `['Ctrl', 'K']`; empty where it has none. */
export function commandKey(id: CommandId): readonly string[] {
  return acceleratorOf(id)?.split('+').map(capOf) ?? []
}

/** Answers the keys of all commands. A page that handled the key itself has prevented its default. */
export function listenForCommandKeys(): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || (isDialogOpen() && event.key !== 'F1')) return
    const command = commands.find((command) => answersTo(command, event))
    if (!command || (command.id === 'undo' && isTypedText(event))) return
    if (runCommand(command.id)) event.preventDefault()
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}

function answersTo(command: Command, event: KeyboardEvent): boolean {
  return [command.key, browserKeys[command.id]].some((key) => key && matches(key, event))
}

export function matches(
  accelerator: string,
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1)?.toLowerCase()
  return (
    parts.includes('CmdOrCtrl') === (isMac ? event.metaKey : event.ctrlKey) &&
    parts.includes('Shift') === event.shiftKey &&
    parts.includes('Alt') === event.altKey &&
    // The second: with Alt on a Mac, and under some input methods, `key` is not the letter on the cap.
    (event.key.toLowerCase() === key || event.code.toLowerCase() === `key${key}`)
  )
}

function acceleratorOf(id: CommandId): string | null {
  const own = isElectron ? undefined : browserKeys[id]
  return own ?? commands.find((command) => command.id === id)?.key ?? null
}

function capOf(part: string): string {
  if (part === 'CmdOrCtrl') return isMac ? '⌘' : 'Ctrl'
  return isMac && part === 'Alt' ? '⌥' : part
}

/** What was typed in a field is undone by the field itself, as everywhere. */
function isTypedText(event: KeyboardEvent): boolean {
  const { target } = event
  return (
    isTyping(event) &&
    (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.value !== '')
  )
}

function publish(): void {
  offered = commands.filter(({ id }) => handlers.get(id)?.length).map(({ id }) => id)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
