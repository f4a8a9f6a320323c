import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { readCells } from '../support/read-export.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

const name = '青禾里餐饮管理有限公司'

test('the layout decides what the card, the list, paper, the template and the export show', async ({
  open,
  page,
  folder,
}) => {
  await open()
  await setUp(page)
  const id = await newCustomer(page, { kind: 'company', name, phones: [], values: { source: 'walkIn' } })
  const everywhere = () => placesOf(page, id, folder)

  await test.step('a field that is added stands in all of them, with its value', async () => {
    await goTo(page, '#/settings/fields')
    await page.getByRole('button', { name: '在“客户名称”里添加字段' }).click()
    await expect(page.getByRole('dialog').getByLabel('中文名称')).toBeFocused()
    await page.keyboard.type('灶台数量')
    await page.getByRole('radio', { name: /^数字/ }).check()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: '移动“灶台数量”' })).toBeVisible()
    const { fields } = await rpc<{ fields: { key: string; labelZh: string }[] }>(page, 'fields/layout', undefined)
    const { key } = fields.find(({ labelZh }) => labelZh === '灶台数量') ?? { key: '' }
    await rpc(page, 'customers/saveValue', { id, field: key, value: 1286, was: null })

    const { card, columns, sheet, template, heads, row } = await everywhere()
    for (const place of [card, sheet]) expect(place.replaceAll(',', '')).toMatch(/灶台数量\s*1286/)
    for (const place of [columns, template, heads]) expect(place).toContain('灶台数量')
    expect(row[heads.indexOf('灶台数量')]).toBe(1286)
  })

  await test.step('under its new name, in its new place', async () => {
    await goTo(page, '#/settings/fields')
    await page.getByRole('button', { name: '灶台数量', exact: true }).press('Enter')
    await page.getByRole('textbox', { name: '中文名称' }).fill('炉头数')
    await page.keyboard.press('Enter')
    const grip = page.getByRole('button', { name: '移动“炉头数”' })
    await grip.focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(async () => {
        const { fields } = await rpc<{ fields: { labelZh: string }[] }>(page, 'fields/layout', undefined)
        return fields.findIndex(({ labelZh }) => labelZh === '炉头数')
      })
      .toBe(6)

    const { card, columns, sheet, template, heads } = await everywhere()
    for (const place of [card, sheet]) expect(place).toMatch(/炉头数[\s\S]*来源/)
    for (const place of [columns, template, heads]) {
      expect(place).not.toContain('灶台数量')
      expect(place.indexOf('来源')).toBe(place.indexOf('炉头数') + 1)
    }
  })

  await test.step('hidden, in none', async () => {
    await goTo(page, '#/settings/fields')
    await page.getByRole('button', { name: '隐藏“炉头数”' }).click()
    await expect(page.getByRole('button', { name: '显示“炉头数”' })).toBeVisible()
    const { card, columns, sheet, template, heads } = await everywhere()
    for (const place of [card, columns, sheet, template, heads]) expect(place).not.toContain('炉头数')
    for (const place of [card, columns, sheet, template, heads]) expect(place).toContain('来源')
  })
})

interface Places {
  readonly card: string
  readonly columns: string[]
  readonly sheet: string
  readonly template: unknown[]
  readonly heads: unknown[]
  readonly row: unknown[]
}

/** What each place says now: text where one reads it, labels in their order where there are columns. */
async function placesOf(page: Page, id: number, folder: string): Promise<Places> {
  await goTo(page, `#/customers/${id}`)
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  const card = await page.getByRole('main').innerText()

  await goTo(page, `#/print/${id}`)
  const paper = page.getByRole('article').first()
  await expect(paper).toContainText(name)
  const sheet = await paper.innerText()

  await goTo(page, '#/import')
  const template = await saved(page, folder, '下载空白模板')

  await goTo(page, '#/customers')
  await page.getByRole('button', { name: '列', exact: true }).click()
  await expect(page.getByRole('textbox', { name: '找一列' })).toBeVisible()
  const boxes = page.getByRole('checkbox', { name: /./ })
  const columns = await boxes.evaluateAll((all) =>
    all.flatMap((box) =>
      box instanceof HTMLInputElement ? [...(box.labels ?? [])].map((label) => label.innerText) : [],
    ),
  )
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('radio', { name: '全部字段' }).check()
  const exported = await saved(page, folder, '导出', true)
  await page.keyboard.press('Escape')
  const [heads = []] = [exported[0]]
  return { card, sheet, columns, template: template[0] ?? [], heads, row: exported[1] ?? [] }
}

/** The first sheet of the workbook that a button downloads. */
async function saved(page: Page, folder: string, button: string, inDialog = false): Promise<unknown[][]> {
  const download = page.waitForEvent('download')
  await (inDialog ? page.getByRole('dialog') : page).getByRole('button', { name: button }).click()
  const path = join(folder, 'saved.xlsx')
  await (await download).saveAs(path)
  return readCells(path, '客户')
}
