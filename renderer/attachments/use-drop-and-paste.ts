import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../lib/announce.tsx'
import { formatInstant } from '../lib/format.ts'
import { isDialogOpen, isTyping } from '../lib/keys.ts'
import { carriesFiles, namedFile, takenFiles } from './taken-files.ts'

/** Takes files dropped anywhere on the window or pasted while nobody types. Says whether some hang over it. */
export function useDropAndPaste(add: (files: readonly File[]) => void): boolean {
  const { t } = useTranslation('attachments')
  const [isOver, setIsOver] = useState(false)

  const take = useEffectEvent((data: DataTransfer) => {
    const { files, hasFolders } = takenFiles(data)
    if (hasFolders) tell(t('noFolders'))
    const name = t('pasted', { at: formatInstant(Date.now()).replace(':', '') })
    if (files.length > 0) add(files.map((file) => namedFile(file, name)))
  })

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event.dataTransfer) || isDialogOpen()) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      if (!event.dataTransfer || !carriesFiles(event.dataTransfer) || isDialogOpen()) return
      event.preventDefault()
      take(event.dataTransfer)
    }
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || !carriesFiles(event.clipboardData) || isTyping(event) || isDialogOpen()) return
      event.preventDefault()
      take(event.clipboardData)
    }
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('dragover', over, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => stop.abort()
  }, [])

  return isOver
}
