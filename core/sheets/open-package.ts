import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { limits } from './limits.ts'
import { SheetRefusal, refuse } from './refusal.ts'
import { scanXml, type XmlHandler } from './scan-xml.ts'

/** The parts of an office file, opened one at a time. */
export interface OfficePackage {
  readonly has: (name: string) => boolean
  readonly scan: (name: string, handler: XmlHandler) => Promise<void>
  readonly close: () => void
}

/** Opens a ZIP, having judged its table of contents: nothing is inflated before that. */
export async function openPackage(path: string): Promise<OfficePackage> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true }).catch(asRefusal)
  try {
    const entries = await judgedEntries(zip)
    return {
      has: (name) => entries.has(name.toLowerCase()),
      async scan(name, handler) {
        const entry = entries.get(name.toLowerCase()) ?? refuse('corrupted', 'a part is missing')
        await scanStream(await zip.openReadStreamPromise(entry).catch(asRefusal), handler)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function judgedEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) refuse('unpacksTooLarge', 'too many entries')
  const entries = new Map<string, Entry>()
  let packed = 0
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize
      unpacked += entry.uncompressedSize
      if (entry.isEncrypted()) refuse('passwordProtected')
      entries.set(entry.fileName.toLowerCase().replace(/^\//, ''), entry)
    }
  } catch (error) {
    asRefusal(error)
  }
  if (unpacked > limits.unpackedBytes) refuse('unpacksTooLarge', 'size')
  if (unpacked > limits.ratioFrom && unpacked / Math.max(packed, 1) > limits.ratio) refuse('unpacksTooLarge', 'ratio')
  refuseOtherKinds(entries)
  return entries
}

function refuseOtherKinds(entries: ReadonlyMap<string, Entry>): void {
  if (entries.has('xl/workbook.bin')) refuse('binaryWorkbook')
  if (entries.has('word/document.xml') || entries.has('ppt/presentation.xml')) refuse('notASpreadsheet')
  if (entries.has('index/document.iwa') || entries.has('index.zip') || entries.has('preview.jpg')) refuse('numbers')
  if (entries.has('content.xml') && entries.has('mimetype')) refuse('openDocument')
}

async function scanStream(stream: Readable, handler: XmlHandler): Promise<void> {
  const scanner = scanXml(handler)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let bytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limits.unpackedBytes) refuse('unpacksTooLarge', 'inflated size')
      decoder ??= new TextDecoder(encodingOf(chunk))
      scanner.write(decoder.decode(chunk, { stream: true }))
    }
    if (decoder) scanner.write(decoder.decode())
  } catch (error) {
    asRefusal(error)
  } finally {
    stream.destroy()
  }
  scanner.end()
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** What the ZIP and deflate code say when a file was cut short, lies about its sizes, or is not a ZIP inside. */
function asRefusal(error: unknown): never {
  if (error instanceof SheetRefusal) throw error
  const message = error instanceof Error ? error.message : ''
  if (/too many bytes/i.test(message)) return refuse('unpacksTooLarge', 'a part is larger than it says')
  if (/end of central directory|unexpected EOF|truncated|unexpected end/i.test(message))
    return refuse('truncated', message)
  if (/encrypt/i.test(message)) return refuse('passwordProtected', message)
  return refuse('corrupted', message)
}
