import { useIntersection } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Attachment } from '#contract/attachments.ts'
import classes from './attachments.module.css'
import { BlobImage } from './blob-image.tsx'
import { FileIcon } from './file-icon.tsx'
import { thumbnailOf } from './thumbnail.ts'

/** The picture itself, small, read once it comes into sight; until then the icon of its kind. */
export function ThumbnailImage({ attachment }: { readonly attachment: Attachment }) {
  const { ref, entry } = useIntersection({ rootMargin: '200px' })
  const { data } = useQuery({
    queryKey: ['thumbnail', attachment.id],
    queryFn: () => thumbnailOf(attachment),
    enabled: entry?.isIntersecting ?? false,
    // The bytes never change: no write makes them stale.
    staleTime: 'static',
    meta: { ownErrors: true },
  })

  return (
    <span ref={ref} className={classes.frame}>
      {data === undefined ? (
        <FileIcon mediaType={attachment.mediaType} />
      ) : (
        <BlobImage className={classes.thumbnail} blob={data} alt="" draggable={false} />
      )}
    </span>
  )
}
