import { expect, type Page } from '@playwright/test'
import { reach } from './support/reach.ts'
import { setUp } from './support/records.ts'
import { test } from './support/test.ts'

test('a clerk’s day, by keyboard alone', async ({ open, page }) => {
  await open()
  await setUp(page)
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()

  await test.step('a person, in a few keys', async () => {
    await newCustomer(page, '王芳', async () => {
      await reach(page, page.getByRole('textbox', { name: '电话' }))
      await page.keyboard.type('138 0013 0001')
    })
  })

  await test.step('a company, with two people', async () => {
    await newCustomer(page, '锦绣轩酒家', async () => {
      await reach(page, page.getByRole('radio', { name: '个人' }))
      await page.keyboard.press('ArrowRight')
      await reach(page, page.getByRole('textbox', { name: '联系人' }))
      await page.keyboard.insertText('罗秀英')
      await reach(page, page.getByRole('textbox', { name: '电话' }))
      await page.keyboard.type('137 5810 2267')
    })
    await page.keyboard.press('1')
    await page.keyboard.press('1')
    await reach(page, page.getByRole('button', { name: '添加联系人' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: '姓名' })).toBeFocused()
    await page.keyboard.insertText('阮静')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('已保存联系人 阮静。')).toBeVisible()
  })

  await test.step('the first once more, by mistake: it is told, and made all the same', async () => {
    await newCustomer(page, '王芳', async () => {
      await expect(page.getByText('已有同名客户：')).toBeVisible()
      await reach(page, page.getByRole('textbox', { name: '电话' }))
      await page.keyboard.type('13800130001')
      await expect(page.getByText('这个电话已登记给：')).toBeVisible()
    })
  })

  await test.step('the two cards become one', async () => {
    await command(page, '重复', '查找重复客户')
    await expect(page.getByRole('button', { name: '开始查找' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^比较并合并/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '合并客户卡' })).toBeVisible()
    await expect(page.getByRole('radio', { name: /留下 王芳/, checked: true })).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('已合并到 王芳。')).toBeVisible()
  })

  await test.step('a field of the shop’s own', async () => {
    await command(page, '字段', '设置字段和卡片布局')
    await reach(page, page.getByRole('button', { name: '添加字段', exact: true }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByLabel('中文名称')).toBeFocused()
    await page.keyboard.insertText('灶台数量')
    await reach(page, page.getByRole('radio', { name: /^文字/ }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^数字/ })).toBeChecked()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('region', { name: '卡片预览' }).getByText('灶台数量', { exact: true })).toBeVisible()
  })

  await test.step('whom to ask about it, kept as a view', async () => {
    await page.keyboard.press('Control+2')
    await expect(page.locator('.ag-cell:focus')).toHaveText('锦绣轩酒家')
    await reach(page, page.getByRole('button', { name: '条件', exact: true }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await pick(page, '灶台数量')
    await reach(page, page.getByRole('combobox', { name: '关系' }))
    await page.keyboard.press('ArrowDown')
    const isEmpty = page.getByRole('option', { name: '没填' })
    await expect(isEmpty).toBeVisible()
    await expect(async () => {
      await page.keyboard.press('ArrowDown')
      await expect(isEmpty).toHaveAttribute('data-combobox-selected', { timeout: 200 })
    }).toPass()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: '关系' })).toHaveValue('没填')
    await reach(page, page.getByRole('button', { name: '筛选' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('共 2 位')).toBeVisible()

    await reach(page, page.getByRole('button', { name: '保存为新视图' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: '视图名称' })).toBeFocused()
    await page.keyboard.insertText('还没问灶台')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: '还没问灶台 2' })).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('all of them get a value by mistake, and it is taken back', async () => {
    await reach(page, page.locator('.ag-cell'))
    await page.keyboard.press('Control+a')
    await setStoves(page, '60')
    await expect(page.getByText('已改 2 位客户的灶台数量。')).toBeVisible()
    await expect(page.getByRole('tab', { name: '还没问灶台 0' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('tab', { name: '还没问灶台 2' })).toBeVisible()
  })

  await test.step('one gets the right one', async () => {
    await reach(page, page.locator('.ag-cell'))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+ArrowUp')
    await expect(page.locator('.ag-row[row-index="0"] .ag-cell:focus')).toBeVisible()
    await page.keyboard.press('Control+Space')
    await expect(page.getByRole('checkbox', { name: '选中 锦绣轩酒家' })).toBeChecked()
    await expect(page.getByText('已选 1')).toBeVisible()
    await setStoves(page, '6')
    await expect(page.getByText('已改 1 位客户的灶台数量。')).toBeVisible()
    await expect(page.getByRole('tab', { name: '还没问灶台 1' })).toBeVisible()
  })

  await test.step('and the card is printed with the new field on it', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: '查找客户和命令' })).toBeFocused()
    await page.keyboard.type('jxx')
    await expect(page.getByRole('group', { name: '客户' }).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '锦绣轩酒家' })).toBeVisible()
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('article')).toContainText(/灶台数量\s*6/)
    await expect(page.getByRole('article')).toContainText('阮静')
  })
})

/** Opens the form, types the name and whatever else, and waits for the card. */
async function newCustomer(page: Page, name: string, fillIn: () => Promise<void>): Promise<void> {
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('textbox', { name: '名称或姓名' })).toBeFocused()
  await page.keyboard.insertText(name)
  await fillIn()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function command(page: Page, typed: string, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: '查找客户和命令' })).toBeFocused()
  await page.keyboard.type('>')
  await page.keyboard.insertText(typed)
  await expect(page.getByRole('option', { name: label })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Gives the ticked customers so many stoves. */
async function setStoves(page: Page, count: string): Promise<void> {
  await reach(page, page.getByRole('button', { name: '改其他项' }))
  await page.keyboard.press('Enter')
  await pick(page, '灶台数量')
  await reach(page, page.getByRole('textbox', { name: '灶台数量' }))
  await page.keyboard.type(count)
  await page.keyboard.press('Enter')
}

/** Chooses a field in the box that has the focus, by its name. */
async function pick(page: Page, field: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: '项目' })).toBeFocused()
  await page.keyboard.insertText(field)
  await expect(page.getByRole('option', { name: field })).toBeVisible()
  await page.keyboard.press('Enter')
}
