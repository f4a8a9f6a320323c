import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { oldList, writeOldList } from './support/old-list.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { test } from './support/test.ts'

test.beforeEach(async ({ open, page }) => {
  await open()
  await setUp(page)
})

test('a wrong encoding is seen at once, and put right', async ({ page, folder }) => {
  await chooseFile(page, writeOldList(folder))
  const grid = page.getByRole('grid')
  await expect(grid).toContainText('青禾里餐饮管理有限公司')
  await choose(page, '编码', '西欧')
  await expect(grid).not.toContainText('青禾里餐饮管理有限公司')
  await choose(page, '编码', '简体中文 GBK')
  await expect(grid).toContainText('青禾里餐饮管理有限公司')
  await choose(page, '表头在', '第 4 行')
  await expect(page.getByRole('combobox', { name: '青禾里餐饮管理有限公司 放到' })).toBeVisible()
})

test.describe('a refusal', () => {
  test.use({ expected: /the server responded with a status of/ })

  test('a file that cannot be read is refused with its reason, and another can be chosen', async ({ page, folder }) => {
    const picture = join(folder, '照片.xlsx')
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    await chooseFile(page, picture)
    await expect(page.getByRole('alert')).toHaveText(/照片\.xlsx：这不是表格文件/)
    await chooseFile(page, writeOldList(folder))
    await expect(page.getByRole('grid')).toContainText('青禾里餐饮管理有限公司')
  })
})

test('customers who are here already are recognised, and the file is told to be the same', async ({ page, folder }) => {
  await newCustomer(page, { kind: 'company', name: '锦绣轩酒家', phones: ['138 0000 0000'], values: { grade: 'D' } })
  const file = writeOldList(folder)
  await chooseFile(page, file)
  await page.getByRole('button', { name: '下一步：检查' }).click()
  await page.getByRole('combobox', { name: '凭什么认出老客户' }).click()
  await page.getByRole('option', { name: '名称', exact: true }).click()
  await expect(figure(page, '更新')).toHaveText('1')
  await page.getByRole('checkbox', { name: '等级', exact: true }).check()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('导入完成')).toBeVisible()
  await page.getByRole('button', { name: '看客户' }).click()
  await expect(page.getByRole('row', { name: /锦绣轩酒家/ })).toContainText('等级 A')

  await chooseFile(page, file)
  await expect(page.getByText(/这个文件 .* 导入过一次/)).toBeVisible()
})

test('an import is taken back whole', async ({ page, folder }) => {
  await chooseFile(page, writeOldList(folder))
  await page.getByRole('button', { name: '下一步：检查' }).click()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('导入完成')).toBeVisible()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText('还没有客户')).toBeVisible()
})

test('stopping a large import leaves nothing behind', async ({ page, folder }) => {
  const file = join(folder, '很多客户.csv')
  const rows = Array.from({ length: 40_000 }, (_, index) => `客户${index},1385${String(index).padStart(7, '0')}`)
  writeFileSync(file, ['客户名称,手机号', ...rows].join('\n'))
  await chooseFile(page, file)
  await expect(page.getByText('40,000 行')).toBeVisible()
  await page.getByRole('button', { name: '下一步：检查' }).click()
  await expect(figure(page, '新建')).toHaveText('40,000', { timeout: 60_000 })
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('正在写入')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '停下' }).click()
  await expect(page.getByText('没有写入任何资料，可以回到上一步再试。')).toBeVisible({ timeout: 30_000 })
  await goTo(page, '#/customers')
  await expect(page.getByText('还没有客户')).toBeVisible()
})

test('only the rows in question are shown when one asks for them', async ({ page, folder }) => {
  await chooseFile(page, writeOldList(folder))
  await page.getByRole('button', { name: '下一步：检查' }).click()
  await expect(page.getByText('没有名称')).toBeVisible()
  await page.getByRole('button', { name: '看这 1 行' }).click()
  const rows = page.getByRole('grid').getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('HZ-0999')
  await page.getByRole('button', { name: '看全部行' }).click()
  await expect(rows).toHaveCount(oldList.customers + 2)
})

async function chooseFile(page: Page, file: string): Promise<void> {
  await goTo(page, '#/import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选文件' }).click()
  await (await chooser).setFiles(file)
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

function figure(page: Page, label: string) {
  const named = page.locator('dt', { hasText: new RegExp(`^${label}$`) })
  return page.locator('dl > div').filter({ has: named }).locator('dd')
}
