import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/attachments.ts'
import { client } from '../lib/api.ts'
import { Pending } from '../ui/pending.tsx'
import { BlobImage } from './blob-image.tsx'
import classes from './picture-viewer.module.css'

interface PictureViewerProps {
  readonly pictures: readonly Attachment[]
  /** Null: closed. */
  readonly picture: Attachment | null
  readonly onShow: (picture: Attachment | null) => void
  readonly onSave: (picture: Attachment) => void
}

/** Pictures of a card, one at a time as large as the window allows. */
export function PictureViewer({ pictures, picture, onShow, onSave }: PictureViewerProps) {
  const { t } = useTranslation(['attachments', 'common'])
  const place = pictures.findIndex(({ id }) => id === picture?.id)
  const previous = pictures[place - 1]
  const next = pictures[place + 1]

  const press = (event: KeyboardEvent) => {
    const to = { ArrowLeft: previous, ArrowRight: next }[event.key]
    if (to) onShow(to)
    if (picture && event.key === 's' && !event.ctrlKey && !event.metaKey) onSave(picture)
  }

  return (
    <Modal
      opened={picture !== null}
      onClose={() => onShow(null)}
      title={picture?.name}
      size="calc(100vw - 64px)"
      centered
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ content: classes.content, title: classes.title, body: classes.body }}
      onKeyDown={press}
    >
      {picture !== null && <Picture key={picture.id} picture={picture} />}
      <div className={classes.foot}>
        <Tooltip label={`${t('viewer.previous')} (←)`}>
          <ActionIcon
            aria-label={t('viewer.previous')}
            aria-disabled={!previous}
            onClick={() => previous && onShow(previous)}
          >
            <IconChevronLeft size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <span role="status">{t('viewer.place', { place: place + 1, count: pictures.length })}</span>
        <Tooltip label={`${t('viewer.next')} (→)`}>
          <ActionIcon aria-label={t('viewer.next')} aria-disabled={!next} onClick={() => next && onShow(next)}>
            <IconChevronRight size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.note}>{picture?.note}</span>
        <Button
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          onClick={() => picture && onSave(picture)}
        >
          {t('save')}
        </Button>
      </div>
    </Modal>
  )
}

function Picture({ picture: { id, name } }: { readonly picture: Attachment }) {
  const { t } = useTranslation('attachments')
  const [isBroken, setIsBroken] = useState(false)
  const { data, isError } = useQuery({
    queryKey: ['picture', id],
    queryFn: () => client.attachments.picture({ id }),
    staleTime: 'static',
    // Photos are large, and soon read again.
    gcTime: 10_000,
    meta: { ownErrors: true },
  })

  if (isError || isBroken) return <p className={classes.broken}>{t('viewer.broken')}</p>
  if (data === undefined) return <Pending />
  return <BlobImage className={classes.picture} blob={data} alt={name} onError={() => setIsBroken(true)} />
}
