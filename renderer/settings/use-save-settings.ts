import { useMutation } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Saves at once, without a button. `isSaved` shows the tick. */
export function useSaveSettings() {
  const { mutate, isSuccess, isPending } = useMutation(api.settings.save.mutationOptions())
  return { save: mutate, isSaved: isSuccess && !isPending }
}
