import { basename, extname } from 'node:path'

const mostBytes = 200

/** A name that every system lets a file have: Windows knows the most that it does not. */
export function diskName(name: string): string {
  const allowed = name.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_').replace(/[. ]+$/, '')
  const ending = extname(allowed).slice(0, 32)
  let stem = basename(allowed, ending)
  while (Buffer.byteLength(stem + ending) > mostBytes) stem = [...stem].slice(0, -1).join('')
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem.split('.')[0] ?? '')
  return `${isDevice || stem === '' ? '_' : ''}${stem}${ending}`
}
