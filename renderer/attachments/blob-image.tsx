import { type ComponentProps, useEffect, useRef } from 'react'

interface BlobImageProps extends Omit<ComponentProps<'img'>, 'src' | 'ref'> {
  readonly blob: Blob
  readonly alt: string
}

/** Draws bytes, under an address that is given back when they are shown no more. */
export function BlobImage({ blob, alt, ...props }: BlobImageProps) {
  const image = useRef<HTMLImageElement>(null)

  useEffect(() => {
    const url = URL.createObjectURL(blob)
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [blob])

  return <img {...props} ref={image} alt={alt} />
}
