import type { Page } from '@playwright/test'

/** A small drawing of a shop, for pictures in which a photo would stand. */
export async function storefront(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(960, 640)
    const paint = canvas.getContext('2d')
    if (!paint) throw new Error('Nothing to draw on')
    const box = (colour: string, x: number, y: number, width: number, height: number) => {
      paint.fillStyle = colour
      paint.fillRect(x, y, width, height)
    }
    box('#cfdde4', 0, 0, 960, 640)
    box('#8d7b68', 0, 540, 960, 100)
    box('#efe6d8', 120, 120, 720, 430)
    box('#17635e', 120, 120, 720, 90)
    for (let stripe = 0; stripe < 12; stripe++) box(stripe % 2 ? '#f7f3ea' : '#b4472f', 120 + stripe * 60, 210, 60, 56)
    box('#3d4a52', 180, 310, 250, 180)
    box('#9fb8c4', 190, 320, 230, 160)
    box('#5a4636', 540, 300, 180, 250)
    box('#d8c9a8', 690, 420, 12, 12)
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())]
  })
  return Uint8Array.from(bytes)
}
