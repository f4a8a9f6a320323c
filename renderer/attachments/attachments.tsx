import { Button, Progress } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/attachments.ts'
import type { CustomerId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { isMac } from '../lib/platform.ts'
import { AttachmentForm } from './attachment-form.tsx'
import { AttachmentTile } from './attachment-tile.tsx'
import classes from './attachments.module.css'
import { PictureViewer } from './picture-viewer.tsx'
import { type AddingFiles, useAddFiles } from './use-add-files.ts'
import { useAttachmentActions } from './use-attachment-actions.ts'
import { useDropAndPaste } from './use-drop-and-paste.ts'

const shownAtFirst = 8

/** Photos, contracts and whatever else is kept with a card. */
export function Attachments({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('attachments')
  const { data: attachments = [] } = useQuery(api.attachments.ofCustomer.queryOptions({ input: { customerId } }))
  const adding = useAddFiles(customerId)
  const { open, save, remove } = useAttachmentActions()
  const isOver = useDropAndPaste(adding.add)
  const [showsAll, setShowsAll] = useState(false)
  const [editing, setEditing] = useState<Attachment | null>(null)
  const [looking, setLooking] = useState<Attachment | null>(null)
  const pictures = attachments.filter(({ isPicture, isMissing }) => isPicture && !isMissing)
  const shown = showsAll ? attachments : attachments.slice(0, shownAtFirst)

  return (
    <section className={classes.attachments} aria-label={t('label')}>
      <span className={classes.label} aria-hidden>
        {t('label')}
      </span>
      <div className={classes.content}>
        {attachments.length > 0 && (
          <ul className={classes.tiles}>
            {shown.map((attachment) => (
              <AttachmentTile
                key={attachment.id}
                attachment={attachment}
                onOpen={() => (attachment.isPicture ? setLooking(attachment) : open(attachment))}
                onSave={() => save(attachment)}
                onEdit={() => setEditing(attachment)}
                onRemove={() => remove(attachment)}
              />
            ))}
          </ul>
        )}
        {shown.length < attachments.length && (
          <Button variant="subtle" className={classes.add} onClick={() => setShowsAll(true)}>
            {t('showAll', { count: attachments.length })}
          </Button>
        )}
        <AddLine adding={adding} />
      </div>
      {isOver && <div className={classes.over}>{t('drop')}</div>}
      <AttachmentForm attachment={editing} onClose={() => setEditing(null)} />
      <PictureViewer pictures={pictures} picture={looking} onShow={setLooking} onSave={save} />
    </section>
  )
}

function AddLine({ adding: { add, isAdding, progress } }: { readonly adding: AddingFiles }) {
  const { t } = useTranslation('attachments')
  return (
    <div className={classes.line}>
      <Button
        variant="subtle"
        className={classes.add}
        data-field="attachments"
        leftSection={<IconPaperclip size={14} stroke={1.6} aria-hidden />}
        aria-disabled={isAdding}
        onClick={() => add()}
      >
        {t('add')}
      </Button>
      {isAdding ? (
        <span className={classes.progress} role="status">
          {progress === null ? t('adding') : t('addingMany', { done: progress.done + 1, count: progress.count })}
          <Progress
            className={classes.bar}
            size={4}
            animated
            aria-label={t('adding')}
            value={progress === null ? 100 : (progress.done / progress.count) * 100}
          />
        </span>
      ) : (
        <span className={classes.hint}>{t(isMac ? 'hintMac' : 'hint')}</span>
      )}
    </div>
  )
}
