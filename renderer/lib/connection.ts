import { useSyncExternalStore } from 'react'

let connected = true
const listeners = new Set<() => void>()

/** Whether the core answers. While it does not, what was typed stays on screen and nothing is lost but time. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(subscribe, isConnected)
}

export function isConnected(): boolean {
  return connected
}

export function setConnected(now: boolean): void {
  if (connected === now) return
  connected = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
