import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ImportPlan } from '#contract/imports.ts'
import { rememberUndo } from '../lib/announce.tsx'
import { client } from '../lib/api.ts'
import { drain } from '../lib/drain.ts'

export interface Progress {
  readonly phase: 'reading' | 'checking' | 'writing'
  readonly done: number
  readonly total: number
}

/** The writing of an import: all of it or, when it is stopped, nothing. */
export function useRun() {
  const stop = useRef<AbortController>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [wasStopped, setWasStopped] = useState(false)

  const run = useMutation({
    mutationFn: async (plan: ImportPlan) => {
      stop.current = new AbortController()
      const { signal } = stop.current
      return (await drain(await client.imports.run(plan, { signal }), setProgress)).report
    },
    onSuccess: ({ operationId }) => rememberUndo(operationId),
    meta: { ownErrors: true },
  })

  return {
    progress,
    isRunning: run.isPending,
    report: run.data ?? null,
    error: wasStopped ? null : run.error,
    wasStopped,
    start(plan: ImportPlan) {
      setProgress(null)
      setWasStopped(false)
      run.mutate(plan)
    },
    forget: run.reset,
    stop() {
      setWasStopped(true)
      stop.current?.abort()
    },
  }
}

export type Run = ReturnType<typeof useRun>
