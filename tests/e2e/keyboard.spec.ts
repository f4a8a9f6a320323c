import { expect, type Page } from '@playwright/test'
import { oldList, writeOldList } from './support/old-list.ts'
import { reach } from './support/reach.ts'
import { test } from './support/test.ts'

const name = '青禾里餐饮管理有限公司'

test('the main job by keyboard alone', async ({ open, page, folder }) => {
  await open()

  await test.step('first run', async () => {
    await expect(page.getByLabel('店名或公司名')).toBeFocused()
    await page.keyboard.type('和顺厨房设备行')
    await page.keyboard.press('Tab')
    await page.keyboard.type('林晓雨')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '导入客户' })).toBeVisible()
  })

  await test.step('import', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(writeOldList(folder))

    await expect(column(page, 'A')).toBeFocused()
    for (const letter of ['B', 'C', 'D', 'E', 'F', 'G']) {
      await page.keyboard.press('ArrowDown')
      await expect(column(page, letter)).toBeFocused()
    }
    await page.keyboard.press('n')
    await expect(page.getByRole('combobox', { name: '灶台数量 放到' })).toHaveValue('新建字段：灶台数量')

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByRole('option', { name: '不导入' })).toBeVisible()
    // The list settles a moment after it has opened; nobody types sooner.
    await page.waitForTimeout(200)
    await page.keyboard.type('备注')
    await expect(page.getByRole('option', { name: '备注', exact: true })).toHaveAttribute('data-combobox-selected')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: '内部编码 放到' })).toHaveValue('备注')
    await expect(column(page, 'H')).toBeFocused()

    await page.keyboard.press('Alt+ArrowRight')
    await expect(page.getByText('没有名称')).toBeVisible()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(page.getByRole('button', { name: '看客户' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: `全部客户 ${oldList.customers}` })).toBeVisible()
  })

  await test.step('find, and open the card', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: '查找客户和命令' })).toBeFocused()
    await page.keyboard.type('qinghl')
    await expect(page.getByRole('group', { name: '客户' }).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('write down a visit with the next contact', async () => {
    await page.keyboard.press('l')
    await expect(page.getByRole('textbox', { name: '记一笔' })).toBeFocused()
    await page.keyboard.type('洗碗机等三月底看样机')
    await reach(page, page.getByRole('radiogroup', { name: '下次联系' }).getByRole('radio'))
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(page.getByText('已记下')).toBeVisible()
    await expect(page.getByText('下次联系：明天')).toBeVisible()
  })

  await test.step('print, and come back', async () => {
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('article')).toContainText('洗碗机等三月底看样机')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('done on Today, when its day has come', async () => {
    await open({ clock: '2026-03-03T09:00' })
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
    await reach(page, page.getByRole('group', { name }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('下周签')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`${name} 的跟进已完成`)).toBeVisible()
  })

  await test.step('undone by key', async () => {
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('group', { name })).toBeVisible()
  })

  await test.step('export', async () => {
    await page.keyboard.press('Control+e')
    await expect(page.getByRole('dialog', { name: '导出客户' })).toBeVisible()
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+Enter')
    expect((await download).suggestedFilename()).toBe('客户 2026-03-03.xlsx')
    await expect(page.getByText('已导出')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})

function column(page: Page, letter: string) {
  return page.getByRole('button', { name: new RegExp(`^${letter} 列 `) })
}
