import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
}

const MAX = 0xffff_ffff

/** A ZIP archive as it is made: parts are deflated as they come and nothing is kept but the table of contents. */
export async function* writeZip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for await (const part of parts) {
    const name = Buffer.from(part.name)
    const header = localHeader(name)
    yield header
    let packed = 0
    const sums = { crc: 0, unpacked: 0 }
    for await (const chunk of deflated(part.content, sums)) {
      packed += chunk.length
      yield chunk
    }
    if (offset + packed > MAX || sums.unpacked > MAX) throw new RangeError('a ZIP archive of this kind ends at 4 GB')
    yield descriptor(sums.crc, packed, sums.unpacked)
    written.push({ name, offset, packed, ...sums })
    offset += header.length + packed + 16
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endOfDirectory(written.length, directory.length, offset)
}

/** Deflates in the thread pool while the next chunk is being made; waits when the reader is slower than the writer. */
async function* deflated(content: ZipPart['content'], sums: { crc: number; unpacked: number }): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 6, chunkSize: 64 * 1024 })
  const closed = new Promise<void>((resolve) => void deflate.once('close', resolve))
  const feeding = feed()
  // A failure reaches the reader through the stream; this only keeps it from being reported twice.
  feeding.catch(() => undefined)
  try {
    yield* deflate as AsyncIterable<Buffer>
    await feeding
  } finally {
    deflate.destroy()
  }

  async function feed(): Promise<void> {
    try {
      for await (const text of content) {
        const bytes = Buffer.from(text)
        sums.crc = crc32(bytes, sums.crc)
        sums.unpacked += bytes.length
        if (!deflate.write(bytes)) await Promise.race([drained(deflate), closed])
        if (deflate.destroyed) return
      }
      deflate.end()
    } catch (error) {
      deflate.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

function drained(deflate: DeflateRaw): Promise<void> {
  return new Promise((resolve) => void deflate.once('drain', resolve))
}

/** Bit 3: sizes follow the data. Bit 11: the name is UTF-8. The date is the first a ZIP can say: files do not differ by when. */
const FLAGS = 0x0808
const FIRST_DATE = 0x0021

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x0403_4b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(FIRST_DATE, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor(crc: number, packed: number, unpacked: number): Buffer {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(0x0807_4b50, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(packed, 8)
  record.writeUInt32LE(unpacked, 12)
  return record
}

function directoryEntry({ name, offset, crc, packed, unpacked }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x0201_4b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt16LE(FIRST_DATE, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(unpacked, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
