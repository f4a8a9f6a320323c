import type { OperationId } from '#contract/common.ts'
import { client } from './api.ts'
import { setConnected } from './connection.ts'
import { queryClient } from './query-client.ts'

const retryDelay = 2000

/** Follows what other windows and the core itself change, and notices at once when the core is gone or back. */
export async function watchChanges(signal: AbortSignal): Promise<void> {
  let isFirst = true
  while (!signal.aborted) {
    try {
      const changes = await client.changes.watch(undefined, { signal })
      setConnected(true)
      if (!isFirst) void queryClient.invalidateQueries()
      for await (const { operationId } of changes) if (!isOwn(operationId)) void queryClient.invalidateQueries()
    } catch {
      if (signal.aborted) return
    }
    setConnected(false)
    isFirst = false
    await new Promise((resolve) => setTimeout(resolve, retryDelay))
  }
}

/** What this window wrote, it has asked again already. */
function isOwn(operationId: OperationId | null): boolean {
  return queryClient
    .getMutationCache()
    .getAll()
    .some(({ state }) => (state.data as { operationId?: unknown } | undefined)?.operationId === operationId)
}
