import { imageDimensionsFromData } from 'image-dimensions'

export interface PictureSize {
  readonly width: number
  readonly height: number
  readonly mediaType: string
}

/**
 * What the first bytes of a picture say of it; null where they are of no picture.
 *
 * Nothing is decoded: the size has to be known before anything tries.
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const size = bitmapSize(head) ?? imageDimensionsFromData(head)
  if (!size) return null
  const { type, ...sides } = size.type === 'gif' ? { ...size, ...gifExtent(head, size) } : size
  return { ...sides, mediaType: `image/${type}` }
}

function bitmapSize(head: Uint8Array) {
  const view = viewOf(head)
  if (head.length < 26 || textAt(head, 0, 2) !== 'BM' || view.getUint32(14, true) < 40) return null
  // A negative height says that the rows come from the top.
  return { type: 'bmp', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
}

/** Browsers stretch the canvas a GIF announces to hold its first frame, whatever that is. */
function gifExtent(head: Uint8Array, canvas: { width: number; height: number }): { width: number; height: number } {
  const view = viewOf(head)
  const flags = head[10] ?? 0
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  while (head[at] === 0x21) {
    at += 2
    while (head[at]) at += 1 + (head[at] ?? 0)
    at += 1
  }
  // Without a first frame in sight there is nothing to draw.
  if (head[at] !== 0x2c || at + 9 > head.length) return { width: 0, height: 0 }
  const [left, top, width, height] = [1, 3, 5, 7].map((place) => view.getUint16(at + place, true))
  return {
    width: Math.max(canvas.width, (left ?? 0) + (width ?? 0)),
    height: Math.max(canvas.height, (top ?? 0) + (height ?? 0)),
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
