import { Worker } from 'node:worker_threads'
import type { Row } from './cell.ts'
import { limits } from './limits.ts'
import type { SheetChoice, SheetSummary } from './load-sheet.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { SheetRefusal } from './refusal.ts'
import { unpackPage } from './row-store.ts'
import type { SheetNews, SheetQuestion, SheetWorkerData } from './sheet-worker.ts'

/** A file that has been read: its rows wait in a thread of their own, and go when it is disposed. */
export interface OpenSheet extends AsyncDisposable {
  readonly summary: SheetSummary
  /** All rows that hold anything, a page at a time. */
  readonly pages: () => AsyncGenerator<readonly Row[]>
  readonly profile: (dataFrom: number, withHidden: boolean) => Promise<readonly ColumnProfile[]>
}

export interface ReadOptions extends SheetChoice {
  readonly signal?: AbortSignal | undefined
  readonly onRows?: (rows: number) => void
  readonly milliseconds?: number
  readonly heapMB?: number
}

/**
 * Reads a spreadsheet in a thread that can be stopped at any moment, with limits on its memory and time, so that the
 * worst file costs one refused import. Throws `SheetRefusal`, or the reason of the signal.
 */
export async function readSheet(path: string, options: ReadOptions = {}): Promise<OpenSheet> {
  const { signal, onRows, milliseconds = limits.milliseconds, heapMB = limits.heapMB, ...choice } = options
  signal?.throwIfAborted()
  const worker = new Worker(new URL(`./sheet-worker${extension()}`, import.meta.url), {
    workerData: { path, choice } satisfies SheetWorkerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMB },
  })
  const stop = () => void worker.terminate()
  const timer = setTimeout(stop, milliseconds)
  signal?.addEventListener('abort', stop)
  try {
    const summary = await loaded(worker, onRows)
    return openSheet(worker, summary)
  } catch (error) {
    stop()
    signal?.throwIfAborted()
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** `.ts` from source, `.js` from the bundle, where the worker lies beside this file. */
function extension(): string {
  return import.meta.url.slice(import.meta.url.lastIndexOf('.')).replace(/\?.*/, '')
}

function loaded(worker: Worker, onRows: ((rows: number) => void) | undefined): Promise<SheetSummary> {
  return new Promise((resolve, reject) => {
    worker.on('message', (news: SheetNews) => {
      if (news.news === 'rows') onRows?.(news.rows)
      else if (news.news === 'loaded') resolve(news.summary)
      else if (news.news === 'refused') reject(new SheetRefusal(news.problem, news.detail))
    })
    worker.on('error', (error) => reject(isOutOfMemory(error) ? new SheetRefusal('outOfMemory') : error))
    worker.on('exit', () => reject(new SheetRefusal('tookTooLong')))
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

type Answer = Extract<SheetNews, { news: 'answer' }>

function openSheet(worker: Worker, summary: SheetSummary): OpenSheet {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let lastId = 0
  // A file that lies open and is asked nothing does not keep the program from ending.
  worker.unref()
  worker.on('message', (news: SheetNews) => {
    if (news.news !== 'answer') return
    waiting.get(news.id)?.resolve(news)
    waiting.delete(news.id)
    if (waiting.size === 0) worker.unref()
  })
  worker.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new SheetRefusal('tookTooLong', 'the file was closed'))
  })

  function ask(question: WithoutId<SheetQuestion>): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>()
    waiting.set(++lastId, answer)
    worker.ref()
    worker.postMessage({ ...question, id: lastId } satisfies SheetQuestion)
    return answer.promise
  }

  return {
    summary,
    async *pages() {
      for (let index = 0; ; index++) {
        const { page } = await ask({ ask: 'page', index })
        if (!page) return
        yield unpackPage(page)
      }
    },
    profile: async (dataFrom, withHidden) => (await ask({ ask: 'profile', dataFrom, withHidden })).profiles ?? [],
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  }
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
