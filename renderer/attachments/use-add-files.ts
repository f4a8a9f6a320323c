import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { FileHandle } from '#contract/files.ts'
import { announce, tell } from '../lib/announce.tsx'
import { client } from '../lib/api.ts'
import { shell } from '../lib/shell.ts'

const mostAtOnce = 100

export interface AddingFiles {
  /** Files of the page; none: the user picks them. */
  readonly add: (files?: readonly File[]) => void
  readonly isAdding: boolean
  /** How many of how many were taken in; null while that cannot be said. */
  readonly progress: { readonly done: number; readonly count: number } | null
}

/** Keeps files with a customer: picked, dropped or pasted. */
export function useAddFiles(customerId: CustomerId): AddingFiles {
  const { t } = useTranslation('attachments')
  const [progress, setProgress] = useState<AddingFiles['progress']>(null)

  async function takeAll(files: readonly File[]): Promise<FileHandle[]> {
    const handles: FileHandle[] = []
    for (const file of files) {
      setProgress({ done: handles.length, count: files.length })
      handles.push(await shell.takeFile(file))
    }
    return handles
  }

  const adding = useMutation({
    // What comes while others are on their way waits for them.
    scope: { id: 'attachments' },
    async mutationFn(files: readonly File[]) {
      const handles = files.length === 0 ? await shell.pickFiles('any') : await takeAll(files)
      setProgress(null)
      const [first] = handles
      if (first === undefined) return null
      const tokens = handles.map(({ token }) => token)
      const { operationId } = await client.attachments.add({
        customerId,
        contactId: null,
        visitId: null,
        files: tokens,
      })
      return { operationId, name: first.name, count: handles.length }
    },
    onSuccess(added) {
      if (!added) return
      const { operationId, name, count } = added
      announce({ message: count === 1 ? t('addedOne', { name }) : t('added', { count }), operationId })
    },
    onSettled: () => setProgress(null),
  })

  return {
    add(files = []) {
      if (files.length === 0 && adding.isPending) return
      if (files.length > mostAtOnce) tell(t('tooMany', { count: mostAtOnce }))
      else adding.mutate(files)
    },
    isAdding: adding.isPending,
    progress,
  }
}
