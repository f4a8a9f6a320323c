import { ActionIcon, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconFileUnknown, IconPencil, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/attachments.ts'
import { formatInstant, formatShortDay } from '../lib/format.ts'
import { useToday } from '../lib/start.ts'
import classes from './attachments.module.css'
import { FileIcon } from './file-icon.tsx'
import { formatFileSize } from './file-size.ts'
import { ThumbnailImage } from './thumbnail-image.tsx'
import { opensHere } from './use-attachment-actions.ts'

interface AttachmentTileProps {
  readonly attachment: Attachment
  readonly onOpen: () => void
  readonly onSave: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One file: what it shows or is, and what can be done with it. */
export function AttachmentTile({ attachment, onOpen, onSave, onEdit, onRemove }: AttachmentTileProps) {
  const { t } = useTranslation('attachments')
  const { name, note, isMissing, isPicture } = attachment
  const tile = useRef<HTMLLIElement>(null)
  const action = isPicture ? t('look') : t(opensHere(attachment) ? 'open' : 'download')

  const remove = () => {
    focusNeighbour(tile.current)
    onRemove()
  }
  const press = (event: KeyboardEvent) => {
    const actions: Partial<Record<string, () => void>> = {
      e: onEdit,
      Delete: remove,
      ...(!isMissing && { s: onSave }),
    }
    const answer = actions[event.key]
    if (answer === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    answer()
  }

  return (
    <li className={classes.tile} ref={tile} onKeyDown={press}>
      <UnstyledButton
        className={classes.open}
        aria-disabled={isMissing}
        data-field={`attachment-${attachment.id}`}
        onClick={() => !isMissing && onOpen()}
      >
        <Preview attachment={attachment} />
        <span className={classes.text}>
          <span className={classes.name} title={name}>
            {!isMissing && <VisuallyHidden>{`${action} `}</VisuallyHidden>}
            {name}
          </span>
          <Facts attachment={attachment} />
          {note !== '' && (
            <span className={classes.note} title={note}>
              {note}
            </span>
          )}
        </span>
      </UnstyledButton>
      <span className={classes.actions}>
        {!isMissing && (
          <Tooltip label={`${t('save')} (S)`}>
            <ActionIcon size={24} aria-label={`${t('save')} ${name}`} onClick={onSave}>
              <IconDownload size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={`${t('edit')} (E)`}>
          <ActionIcon size={24} aria-label={`${t('edit')} ${name}`} onClick={onEdit}>
            <IconPencil size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('remove')} (Delete)`}>
          <ActionIcon size={24} aria-label={`${t('remove')} ${name}`} onClick={remove}>
            <IconTrash size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  )
}

/** So that the keyboard stays where it is when the tile under it goes. */
function focusNeighbour(tile: HTMLElement | null): void {
  const neighbour = tile?.nextElementSibling ?? tile?.previousElementSibling
  const next =
    neighbour?.querySelector<HTMLElement>('[data-field]') ??
    tile?.closest('section')?.querySelector<HTMLElement>('[data-field="attachments"]')
  next?.focus({ preventScroll: true })
}

function Preview({ attachment }: { readonly attachment: Attachment }) {
  if (attachment.isPicture && !attachment.isMissing) return <ThumbnailImage attachment={attachment} />
  return (
    <span className={classes.frame}>
      {attachment.isMissing ? (
        <IconFileUnknown size={24} stroke={1.4} aria-hidden />
      ) : (
        <FileIcon mediaType={attachment.mediaType} />
      )}
    </span>
  )
}

function Facts({ attachment }: { readonly attachment: Attachment }) {
  const { t } = useTranslation('attachments')
  const today = useToday()
  const { size, addedAt, staffName, isMissing, isPicture, width } = attachment
  const day = formatShortDay(formatInstant(addedAt).slice(0, 10), today)
  if (isMissing) {
    return (
      <span className={classes.missing} title={t('missingHint')}>
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
        {t('missing')}
      </span>
    )
  }
  const facts = [formatFileSize(size), staffName === null ? day : t('addedBy', { day, who: staffName })]
  return (
    <>
      <span className={classes.facts}>{facts.join(' · ')}</span>
      {!isPicture && width !== null && <span className={classes.facts}>{t('tooBig')}</span>}
    </>
  )
}
