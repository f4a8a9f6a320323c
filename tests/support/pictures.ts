import { crc32, deflateSync } from 'node:zlib'

/** A picture of one colour, or with another size in its head only: a few bytes that ask for gigabytes. */
export function png(width = 1, height = 1, { realHeight = height, realWidth = width, colour = [196, 60, 40] } = {}) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const row = Buffer.concat([Buffer.of(0), Buffer.from(Array.from({ length: realWidth }, () => colour).flat())])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: realHeight }, () => row)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Says in its head that it is small; its first frame is of another size. */
export function gif(canvas: readonly [number, number], frame: readonly [number, number]): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1')
  head.writeUInt16LE(canvas[0], 6)
  head.writeUInt16LE(canvas[1], 8)
  const extension = Buffer.from('21f90400000000002cffffffff', 'hex').subarray(0, 8)
  const image = Buffer.alloc(10)
  image[0] = 0x2c
  image.writeUInt16LE(frame[0], 5)
  image.writeUInt16LE(frame[1], 7)
  return Buffer.concat([head, extension, image, Buffer.from('02024401003b', 'hex')])
}

export function bmp(width: number, height: number): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM', 'latin1')
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  return head
}

/** As much of a photo as says its size, behind as many bytes of the camera's own notes. */
export function jpegHead(width: number, height: number, notes = 0): Buffer {
  const segments = Array.from({ length: Math.ceil(notes / 60_000) }, () => {
    const segment = Buffer.alloc(60_002)
    segment.writeUInt16BE(0xffe1, 0)
    segment.writeUInt16BE(60_000, 2)
    return segment
  })
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from('ffd8', 'hex'), ...segments, frame])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
