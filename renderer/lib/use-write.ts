import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import type { Written } from '#contract/common.ts'
import { announce } from './announce.tsx'

/** A write that is done at once, says what was done and offers Undo. */
export function useWrite<Answer extends Written, Input, Context>(
  options: UseMutationOptions<Answer, Error, Input, Context>,
) {
  const { mutate, isPending } = useMutation(options)
  return {
    isPending,
    write(input: Input, message: string | ((answer: Answer) => string), done?: (answer: Answer) => void): void {
      mutate(input, {
        onSuccess(answer) {
          const { operationId } = answer
          announce({ message: typeof message === 'string' ? message : message(answer), operationId })
          done?.(answer)
        },
      })
    },
  }
}
