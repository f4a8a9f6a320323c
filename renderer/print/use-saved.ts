import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PageSetup } from '#contract/shell.ts'
import { tell } from '../lib/announce.tsx'
import { shell } from '../lib/shell.ts'
import type { SheetSource } from './sheet-blocks.ts'

/** Sends the sheets to the printer or into a PDF, and says where the PDF went. */
export function useSaved(setup: PageSetup, sources: readonly SheetSource[]) {
  const { t } = useTranslation('print')
  const print = useMutation({ mutationFn: () => shell.print(setup) })
  const save = useMutation({
    mutationFn: () => shell.printToPdf(setup, fileName(sources, t('cardTitle'))),
    onSuccess: (file) => file && tell(t('saved', { name: file.name })),
  })
  return { print: () => print.mutate(), save: () => save.mutate(), isSaving: save.isPending }
}

function fileName(sources: readonly SheetSource[], title: string): string {
  const [first] = sources
  if (!first || sources.length > 1) return `${title}.pdf`
  return `${first.card.number} ${first.card.name}`.replace(/[\\/:*?"<>|]/g, '_').slice(0, 80) + '.pdf'
}
