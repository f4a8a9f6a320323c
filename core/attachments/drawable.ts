import type { FileFacts } from './file-facts.ts'

// Kinds whose decoder believes the header that was read here. SVG is a page of its own, AVIF and HEIC are containers
// that can hold another size than they say.
const drawnKinds = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

// A decoded pixel is four bytes, however well it was packed.
const mostPixels = 50_000_000
const longestSide = 20_000
const mostBytes = 64 * 1024 * 1024

/** Whether a page may draw this: of a kind browsers know, and not of a size that would choke one. */
export function isDrawable({ mediaType, width, height, size }: FileFacts & { readonly size: number }): boolean {
  if (!drawnKinds.has(mediaType) || size > mostBytes) return false
  if (width === null || height === null || width < 1 || height < 1) return false
  return Math.max(width, height) <= longestSide && width * height <= mostPixels
}
