import { parentPort, workerData } from 'node:worker_threads'
import type { FileProblem } from '#contract/errors.ts'
import { loadSheet, type SheetChoice, type SheetSummary } from './load-sheet.ts'
import { type ColumnProfile, profileColumns } from './profile-columns.ts'
import { SheetRefusal } from './refusal.ts'

/** What the worker is started with, is asked, and answers. */
export interface SheetWorkerData {
  readonly path: string
  readonly choice: SheetChoice
}

export type SheetQuestion =
  | { readonly id: number; readonly ask: 'page'; readonly index: number }
  | { readonly id: number; readonly ask: 'profile'; readonly dataFrom: number; readonly withHidden: boolean }

export type SheetNews =
  | { readonly news: 'rows'; readonly rows: number }
  | { readonly news: 'loaded'; readonly summary: SheetSummary }
  | { readonly news: 'refused'; readonly problem: FileProblem; readonly detail: string }
  | { readonly news: 'answer'; readonly id: number; readonly page?: Uint8Array; readonly profiles?: ColumnProfile[] }

async function run(): Promise<void> {
  const { path, choice } = workerData as SheetWorkerData
  try {
    const { summary, store } = await loadSheet(path, choice, (rows) => tell({ news: 'rows', rows }))
    parentPort?.on('message', (question: SheetQuestion) => {
      const { id } = question
      if (question.ask === 'page') {
        const page = store.page(question.index)
        tell(page ? { news: 'answer', id, page } : { news: 'answer', id })
        return
      }
      const profile = profileColumns()
      for (const row of store.each()) {
        if (row.number < question.dataFrom || (row.hidden && !question.withHidden)) continue
        if (!summary.totalsRows.includes(row.number)) profile.add(row)
      }
      tell({ news: 'answer', id, profiles: profile.profiles(summary.width) })
    })
    tell({ news: 'loaded', summary })
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error
    tell({ news: 'refused', problem: error.problem, detail: error.message })
  }
}

function tell(news: SheetNews): void {
  parentPort?.postMessage(news)
}

await run()
