import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { oldList, writeOldList } from './support/old-list.ts'
import { goTo, setUp } from './support/records.ts'
import { everyCard } from './support/every-card.ts'
import { test } from './support/test.ts'

const name = '青禾里餐饮管理有限公司'
const note = '陈总说门封换好了，洗碗机等三月底看样机'

test('the main job, from the first start to the same data in another file', async ({ open, page, folder }) => {
  await open({ clock: '2026-03-02T09:00' })

  await test.step('first run', async () => {
    await page.getByLabel('店名或公司名').fill('和顺厨房设备行')
    await page.getByLabel('您的称呼').fill('林晓雨')
    await page.getByRole('radio', { name: '导入已有的客户' }).check()
    await page.getByRole('button', { name: '开始' }).click()
    await expect(page.getByRole('heading', { name: '导入客户' })).toBeVisible()
  })

  await test.step('import of an old list', async () => {
    await chooseFile(page, writeOldList(folder))
    await expect(page.getByRole('combobox', { name: '编码', exact: true })).toHaveValue('简体中文 GBK')
    await expect(page.getByRole('combobox', { name: '手机号 放到' })).toHaveValue(/电话/)
    await expect(page.getByRole('combobox', { name: '级别 放到' })).toHaveValue('等级')
    await page.getByRole('combobox', { name: '灶台数量 放到' }).click()
    await page.getByRole('option', { name: '新建字段：灶台数量' }).click()
    await page.getByRole('button', { name: '下一步：检查' }).click()
    await expect(figure(page, '新建')).toHaveText(String(oldList.customers))
    await expect(figure(page, '不导入')).toHaveText('1')
    await expect(page.getByText('没有名称')).toBeVisible()
    await page.getByRole('button', { name: '开始导入' }).click()
    await expect(page.getByText('导入完成')).toBeVisible()
    await page.getByRole('button', { name: '看客户' }).click()
    await expect(page.getByRole('tab', { name: `全部客户 ${oldList.customers}` })).toBeVisible()
  })

  await test.step('search by initials, and the card', async () => {
    await openCard(page, 'qhl')
    await expect(page.getByText('农历八月十五')).toBeVisible()
  })

  await test.step('a visit with the next contact', async () => {
    await page.getByRole('textbox', { name: '记一笔' }).fill(note)
    await page.getByRole('radio', { name: '3 天后' }).check()
    await page.getByRole('textbox', { name: '记一笔' }).press('Enter')
    await expect(page.getByText('已记下')).toBeVisible()
    await expect(page.getByText('下次联系：03-05 周四')).toBeVisible()
  })

  await test.step('three days later it stands on Today, and is done', async () => {
    await open({ clock: '2026-03-05T08:30' })
    await goTo(page, '#/today')
    const due = page.getByRole('group', { name })
    await expect(due).toContainText(note)
    await due.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('样机看过了，下周签')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`${name} 的跟进已完成`)).toBeVisible()
    await expect(page.getByRole('heading', { name: '今天已完成 1' })).toBeVisible()
  })

  await test.step('the card on paper', async () => {
    await openCard(page, name)
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('article')).toContainText(note)
    const pdf = join(folder, 'card.pdf')
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }))
    const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
    expect(text).toContain(name)
    expect(text).toContain('样机看过了')
    expect(text).toContain('第1页，共1页')
    await page.keyboard.press('Escape')
  })

  await test.step('export, and into an empty file again', async () => {
    const before = await everyCard(page)
    expect(before).toHaveLength(oldList.customers)

    await goTo(page, '#/customers')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('radio', { name: '全部字段' }).check()
    await page.getByLabel('连敏感资料一起导出').check()
    const download = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: '导出' }).click()
    const workbook = join(folder, 'export.xlsx')
    await (await download).saveAs(workbook)

    await open({ clock: '2026-03-06T09:00', dataFolder: join(folder, 'other') })
    await setUp(page)
    await goTo(page, '#/import')
    await chooseFile(page, workbook)
    for (const next of ['联系人', '拜访', null]) {
      await page.getByRole('button', { name: '下一步：检查' }).click()
      await page.getByRole('button', { name: '开始导入' }).click()
      await expect(page.getByText('导入完成')).toBeVisible()
      if (next !== null) await page.getByRole('button', { name: `接着导入工作表“${next}”` }).click()
    }
    expect(await everyCard(page)).toEqual(before)
  })
})

async function chooseFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选文件' }).click()
  await (await chooser).setFiles(file)
}

function figure(page: Page, label: string) {
  return page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')
}

async function openCard(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找客户和命令' }).fill(text)
  await expect(page.getByRole('group', { name: '客户' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}
