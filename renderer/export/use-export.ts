import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ExportPlan, ExportReport } from '#contract/exports.ts'
import type { SavedFile } from '#contract/shell.ts'
import { client } from '../lib/api.ts'
import { drain } from '../lib/drain.ts'
import { shell } from '../lib/shell.ts'

export interface Exported {
  readonly report: ExportReport
  readonly saved: SavedFile
}

/** Writes the file, then asks where to put it. Null when the user backed out of that. */
export function useExport() {
  const stop = useRef<AbortController>(null)
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [wasStopped, setWasStopped] = useState(false)

  const run = useMutation({
    async mutationFn(plan: ExportPlan): Promise<Exported | null> {
      stop.current = new AbortController()
      const { signal } = stop.current
      const { report } = await drain(await client.exports.run(plan, { signal }), setProgress)
      const saved = await shell.saveFile(report.file)
      return saved && { report, saved }
    },
    meta: { ownErrors: true },
  })

  return {
    progress,
    isRunning: run.isPending,
    exported: run.data ?? null,
    error: wasStopped ? null : run.error,
    start(plan: ExportPlan) {
      setProgress(null)
      setWasStopped(false)
      run.mutate(plan)
    },
    stop() {
      setWasStopped(true)
      stop.current?.abort()
    },
  }
}
