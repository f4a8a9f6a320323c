import { useMutation, useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { OperationId, ViewId } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import type { View, ViewColumn } from '#contract/views.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { viewLabel } from './view-changes.ts'

interface ViewContent {
  readonly query: CustomerQuery
  readonly columns: ViewColumn[] | null
}

export type ViewEdits = ReturnType<typeof useViewEdits>

/** Everything that is done to saved views. What was saved is shown at once, not only when it has been asked again. */
export function useViewEdits() {
  const { t } = useTranslation('views')
  const queryClient = useQueryClient()
  const add = useMutation(api.views.add.mutationOptions())
  const edit = useMutation(api.views.edit.mutationOptions())
  const move = useMutation(api.views.move.mutationOptions())
  const remove = useMutation(api.views.remove.mutationOptions())

  const show = (change: (views: View[]) => View[]) =>
    queryClient.setQueryData<View[]>(api.views.list.queryKey(), (views) => views && change(views))
  const change = (view: View, changes: Partial<View>, say: (operationId: OperationId) => void) =>
    edit.mutate(
      { id: view.id, change: changes },
      {
        onSuccess({ operationId }) {
          show((views) => views.map((each) => (each.id === view.id ? { ...each, ...changes } : each)))
          say(operationId)
        },
      },
    )

  return {
    saveAs: (name: string, content: ViewContent, onSaved: (id: ViewId) => void) =>
      add.mutate(
        { labelZh: name, labelEn: name, ...content },
        {
          onSuccess({ id, operationId }) {
            show((views) => [...views, { id, key: null, labelZh: name, labelEn: name, hidden: false, ...content }])
            onSaved(id)
            announce({ message: t('saved', { name }), operationId })
          },
        },
      ),
    save: (view: View, content: ViewContent, onSaved: () => void) =>
      change(view, content, (operationId) => {
        onSaved()
        announce({ message: t('saved', { name: viewLabel(view) }), operationId })
      }),
    rename: (view: View, name: string) =>
      change(view, renamed(view, name), (operationId) => announce({ message: t('renamed', { name }), operationId })),
    setHidden: (view: View, hidden: boolean) =>
      change(view, { hidden }, (operationId) =>
        announce({ message: t(hidden ? 'hidden' : 'shown', { name: viewLabel(view) }), operationId }),
      ),
    move: (view: View, before: ViewId | null) =>
      move.mutate(
        { id: view.id, before },
        {
          onSuccess: ({ operationId }) => {
            show((views) => movedBefore(views, view, before))
            announce({ message: t('moved', { name: viewLabel(view) }), operationId })
          },
        },
      ),
    remove: (view: View) =>
      remove.mutate(
        { id: view.id },
        {
          onSuccess: ({ operationId }) => {
            show((views) => views.filter(({ id }) => id !== view.id))
            announce({ message: t('removed', { name: viewLabel(view) }), operationId })
          },
        },
      ),
  }
}

/** One's own view is called the same in both languages; one of the program's keeps its name in the other. */
function renamed({ labelZh, labelEn }: View, name: string): Partial<View> {
  if (labelZh === labelEn) return { labelZh: name, labelEn: name }
  return i18next.language === 'en' ? { labelEn: name } : { labelZh: name }
}

function movedBefore(views: readonly View[], view: View, before: ViewId | null): View[] {
  const rest = views.filter(({ id }) => id !== view.id)
  const place = rest.findIndex(({ id }) => id === before)
  return rest.toSpliced(place < 0 ? rest.length : place, 0, view)
}
