import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { png } from '../support/pictures.ts'
import { giveFile } from './support/give-file.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { test } from './support/test.ts'

test.beforeEach(async ({ open, page }) => {
  await open()
  await setUp(page)
  await goToNewCard(page)
})

test('files are picked, looked at, renamed, deleted and brought back', async ({ page, folder }) => {
  const photo = join(folder, '后厨灶台.png')
  const contract = join(folder, '合同.pdf')
  writeFileSync(photo, png(320, 240))
  writeFileSync(contract, '%PDF-1.7')
  await pick(page, [photo, contract])
  await expect(page.getByText('已添加 2 个附件')).toBeVisible()
  await expect(tiles(page)).toHaveCount(2)
  await expect(tile(page, '合同.pdf')).toContainText('1 KB · 3月2日 林晓雨')
  await tile(page, '后厨灶台.png').scrollIntoViewIfNeeded()
  await expect.poll(() => widthOf(tile(page, '后厨灶台.png').locator('img'))).toBeGreaterThan(100)

  await page.getByRole('button', { name: '查看 后厨灶台.png' }).press('Enter')
  const viewer = page.getByRole('dialog', { name: '后厨灶台.png' })
  await expect(viewer.getByRole('status')).toHaveText('1 / 1')
  await expect.poll(() => widthOf(viewer.getByRole('img', { name: '后厨灶台.png' }))).toBe(320)
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()

  await page.getByRole('button', { name: '下载 合同.pdf' }).press('e')
  await page.getByRole('textbox', { name: '文件名' }).fill('采购合同 2026')
  await page.getByRole('textbox', { name: '备注' }).fill('三家门店，分两批')
  await page.keyboard.press('Control+Enter')
  await expect(tile(page, '采购合同 2026.pdf')).toContainText('三家门店，分两批')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 采购合同 2026.pdf' }).press('Enter')
  expect((await download).suggestedFilename()).toBe('采购合同 2026.pdf')

  await page.getByRole('button', { name: '查看 后厨灶台.png' }).press('Delete')
  await expect(tiles(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: '下载 采购合同 2026.pdf' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(tiles(page)).toHaveCount(2)
})

test('files are dropped on the card and screenshots pasted', async ({ page }) => {
  expect(await hangOver(page)).toBe(true)
  await expect(page.getByText('松开，把文件加到这张客户卡')).toBeVisible()
  await giveFile(page, 'drop', { name: '门头.png', bytes: png(64, 64) })
  await expect(tile(page, '门头.png')).toBeVisible()
  await giveFile(page, 'paste', { name: 'image.png', bytes: png(80, 60) })
  await expect(tile(page, '截图 2026-03-02 0900.png')).toBeVisible()

  await page.getByRole('button', { name: /^查看 截图/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: '门头.png' })).toBeVisible()
})

test('a file dropped where nothing takes it does not take the place of the app', async ({ page }) => {
  await goTo(page, '#/today')
  await expect(page.getByRole('button', { name: '添加附件' })).toHaveCount(0)
  expect(await hangOver(page)).toBe(true)
  await expect(page.getByText('松开')).toHaveCount(0)
})

test('a file that is gone is said to be, and the card goes on', async ({ page, folder }) => {
  await giveFile(page, 'drop', { name: '门头.png', bytes: png(64, 64) })
  await expect(tile(page, '门头.png')).toBeVisible()
  const kept = join(folder, 'data/attachments')
  for (const name of readdirSync(kept)) rmSync(join(kept, name), { recursive: true })
  await page.reload()
  await expect(tile(page, '门头.png')).toContainText('文件不见了')

  await giveFile(page, 'drop', { name: '又找到了.png', bytes: png(64, 64) })
  await expect(tiles(page)).toHaveCount(2)
  await expect(page.getByText('文件不见了')).toHaveCount(0)
})

test.describe('a refusal', () => {
  test.use({ expected: /the server responded with a status of/ })

  test('an empty file is refused by name, and the others with it', async ({ page, folder }) => {
    const files = [join(folder, '空的.txt'), join(folder, '好的.txt')]
    writeFileSync(files[0] ?? '', '')
    writeFileSync(files[1] ?? '', '好')
    await pick(page, files)
    await expect(page.getByText('“空的.txt”是空文件，没有添加。')).toBeVisible()
    await expect(tiles(page)).toHaveCount(0)
  })
})

async function goToNewCard(page: Page): Promise<void> {
  const id = await newCustomer(page, { kind: 'company', name: '青禾里餐饮管理有限公司', phones: [], values: {} })
  await goTo(page, `#/customers/${id}`)
  await expect(page.getByRole('button', { name: '添加附件' })).toBeAttached()
}

const tiles = (page: Page) => page.getByRole('region', { name: '附件' }).getByRole('listitem')
const tile = (page: Page, name: string) => tiles(page).filter({ hasText: name })

async function pick(page: Page, files: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '添加附件' }).click()
  await (await chooser).setFiles(files)
}

/** A file is dragged over the window: whether the page keeps the browser from opening it. */
function hangOver(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], '门头.png'))
    const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer })
    document.body.dispatchEvent(event)
    return event.defaultPrevented
  })
}

function widthOf(image: ReturnType<Page['locator']>): Promise<number> {
  return image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0))
}
