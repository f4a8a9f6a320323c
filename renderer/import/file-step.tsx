import { Button } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileHandle } from '#contract/files.ts'
import { client } from '../lib/api.ts'
import { formatInstant } from '../lib/format.ts'
import { useKeys } from '../lib/keys.ts'
import { shell } from '../lib/shell.ts'
import { errorMessage } from '../lib/show-error.ts'
import { useLanguage } from '../lib/start.ts'
import { Keys } from '../ui/key-cap.tsx'
import classes from './file-step.module.css'
import type { Importing } from './use-import.ts'

interface FileStepProps {
  readonly work: Importing
  /** A file was taken and could be read. */
  readonly onTaken: () => void
}

export function FileStep({ work, onTaken }: FileStepProps) {
  const { t } = useTranslation('import')
  const [isOver, setIsOver] = useState(false)
  const taken = (file: FileHandle | null) => {
    if (!file) return
    work.take(file)
    onTaken()
  }
  const pick = useMutation({ mutationFn: () => shell.pickFile('spreadsheet'), onSuccess: taken })
  const drop = useMutation({ mutationFn: (file: File) => shell.takeFile(file), onSuccess: taken })
  const language = useLanguage()
  const template = useMutation({
    mutationFn: async () => shell.saveFile(await client.exports.template({ language })),
  })
  useKeys({ Enter: () => pick.mutate() })

  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file) drop.mutate(file)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }

  return (
    <div
      className={classes.drop}
      data-import-file
      data-over={isOver}
      data-compact={work.sheet !== null}
      onDrop={dropped}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
    >
      <IconFileSpreadsheet size={32} stroke={1.2} aria-hidden />
      <p className={classes.title}>{t('file.drop')}</p>
      <Button
        variant={work.sheet ? 'default' : 'filled'}
        onClick={() => pick.mutate()}
        loading={pick.isPending || drop.isPending}
        rightSection={<Keys keys={['Enter']} />}
        autoFocus
      >
        {t('file.pick')}
      </Button>
      <p className={classes.hint}>{t('file.hint')}</p>
      {work.sheet === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => template.mutate()}
          loading={template.isPending}
        >
          {t('file.template')}
        </Button>
      )}
      {work.error && (
        <p className={classes.problem} role="alert">
          {work.file?.name}
          {t('colon')}
          {errorMessage(work.error)}
        </p>
      )}
      {work.sheet?.importedBefore && (
        <p className={classes.notice}>{t('importedBefore', { at: formatInstant(work.sheet.importedBefore.at) })}</p>
      )}
    </div>
  )
}
