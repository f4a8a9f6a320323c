import { useMutation } from '@tanstack/react-query'
import type { OperationId } from '#contract/common.ts'
import type { KeptRecord } from '#contract/operations.ts'
import { client } from '../lib/api.ts'

export interface Undo {
  readonly run: (id: OperationId) => void
  /** What the last undo left alone. */
  readonly kept: { readonly of: OperationId; readonly records: readonly KeptRecord[]; readonly count: number } | null
  readonly busy: OperationId | null
}

export function useUndo(): Undo {
  const { mutate, data, variables, isPending } = useMutation({
    mutationFn: (id: OperationId) => client.operations.undo({ id }),
  })
  return {
    run: mutate,
    kept: data && variables && data.keptCount > 0 ? { of: variables, records: data.kept, count: data.keptCount } : null,
    busy: isPending ? variables : null,
  }
}
