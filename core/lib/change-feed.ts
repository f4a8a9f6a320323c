import { EventEmitter, on } from 'node:events'
import type { ChangeFeed } from './context.ts'

export function changeFeed(): ChangeFeed {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    publish: (operationId) => void emitter.emit('change', operationId),
    async *watch(signal) {
      try {
        for await (const [operationId] of on(emitter, 'change', signal ? { signal } : {})) yield operationId
      } catch (error) {
        if (!signal?.aborted) throw error
      }
    },
  }
}
