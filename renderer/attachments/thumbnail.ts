import type { AttachmentId } from '#contract/common.ts'
import { client } from '../lib/api.ts'

const shortSide = 160

let queue: Promise<unknown> = Promise.resolve()

interface Drawable {
  readonly id: AttachmentId
  readonly width: number | null
  readonly height: number | null
}

/** A small copy of a picture. One is made at a time: a photo is some fifty megabytes while it is decoded. */
export function thumbnailOf(picture: Drawable): Promise<Blob> {
  const made = queue.then(() => shrink(picture))
  queue = made.catch(() => undefined)
  return made
}

async function shrink({ id, width, height }: Drawable): Promise<Blob> {
  const file = await client.attachments.picture({ id })
  const isUpright = (height ?? 0) > (width ?? 0)
  const size = Math.min(shortSide, width ?? shortSide, height ?? shortSide)
  const small = await createImageBitmap(file, {
    ...(isUpright ? { resizeWidth: size } : { resizeHeight: size }),
    resizeQuality: 'medium',
  })
  const canvas = new OffscreenCanvas(small.width, small.height)
  canvas.getContext('2d')?.drawImage(small, 0, 0)
  small.close()
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
}
