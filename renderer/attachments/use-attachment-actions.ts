import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/attachments.ts'
import { isOpenable } from '#contract/openable.ts'
import { announce, tell } from '../lib/announce.tsx'
import { api, client } from '../lib/api.ts'
import { shell } from '../lib/shell.ts'

export function useAttachmentActions() {
  const { t } = useTranslation('attachments')
  const removing = useMutation(api.attachments.remove.mutationOptions())

  const saving = useMutation({
    mutationFn: async ({ id }: Attachment) => shell.saveFile(await client.attachments.file({ id })),
    onSuccess: (saved) => saved && shell.kind === 'electron' && tell(t('saved', { name: saved.name })),
  })
  const opening = useMutation({
    mutationFn: async ({ id }: Attachment) => shell.openCopy(await client.attachments.file({ id })),
    onSuccess: () => tell(t('opened')),
  })

  return {
    save: (attachment: Attachment) => saving.mutate(attachment),
    /** In the program for such files; what could run something is saved instead, and so is everything in a browser. */
    open: (attachment: Attachment) => (opensHere(attachment) ? opening : saving).mutate(attachment),
    remove({ id, name }: Attachment) {
      removing.mutate(
        { id },
        { onSuccess: ({ operationId }) => announce({ message: t('removed', { name }), operationId }) },
      )
    },
  }
}

export function opensHere({ name }: Attachment): boolean {
  return shell.kind === 'electron' && isOpenable(name)
}
