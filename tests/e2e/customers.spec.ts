import { expect, type Page } from '@playwright/test'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { test } from './support/test.ts'

/** In the order of their readings: 单 is shàn as a surname. */
const names = ['陈记面馆', '丁家车行', '富阳江鲜馆', '胡阿根', '锦绣轩酒家', '单志远']

test('the list is worked in by keyboard', async ({ open, page }) => {
  await open()
  await setUp(page)
  await sixCustomers(page)
  await goTo(page, '#/customers')
  await expect(focused(page)).toHaveText('陈记面馆')

  await test.step('a cell is edited where it stands, and Ctrl Z takes it back', async () => {
    await page.keyboard.press('ArrowDown')
    await press(page, 'ArrowRight', 5)
    await page.keyboard.type('Linping')
    await page.keyboard.press('Enter')
    await expect(cell(page, 1, 'region')).toHaveText('Linping')
    await expect(focused(page)).toHaveText('Linping')
    await page.keyboard.press('Control+z')
    await expect(cell(page, 1, 'region')).toHaveText('余杭区')
  })

  await test.step('a choice is picked by its first letter', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('c')
    await expect(page.getByRole('option', { name: 'C 一般客户' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(cell(page, 0, 'grade').getByTitle('等级 C 一般客户')).toBeVisible()
  })

  await test.step('ticked rows are copied as a table, and changed in one go', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Space')
    await press(page, 'Shift+ArrowDown', 2)
    await expect(page.getByText('已选 3')).toBeVisible()
    await page.keyboard.press('Control+c')
    await expect(page.getByText('已复制 3 行')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const table = copied.split('\r\n').map((row) => row.split('\t'))
    expect(table[0]?.slice(0, 4)).toEqual(['等级', '名称', '联系人', '电话'])
    expect(table.slice(1).map((row) => row[1])).toEqual(names.slice(0, 3))

    await page.getByRole('button', { name: '改等级' }).click()
    await page.getByRole('menuitem', { name: 'A 重点客户' }).click()
    await expect(page.getByText('已改 3 位客户的等级。')).toBeVisible()
    await expect(page.locator('.ag-cell').getByTitle('等级 A 重点客户')).toHaveCount(3)

    await page.getByRole('button', { name: '删除', exact: true }).click()
    await expect(page.getByText('共 3 位')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('共 6 位')).toBeVisible()
  })

  await test.step('conditions narrow it, and one click puts it back', async () => {
    await page.getByRole('button', { name: '条件', exact: true }).click()
    await expect(page.getByRole('combobox', { name: '项目' })).toBeFocused()
    await page.keyboard.type('dj')
    await expect(page.getByRole('option', { name: '等级' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: 'A 重点客户' }).check()
    await page.getByRole('button', { name: '筛选' }).click()
    await expect(page.getByText('等级是A 重点客户')).toBeVisible()
    await expect(page.getByText('共 3 位')).toBeVisible()
    await page.getByRole('button', { name: '还原' }).click()
    await expect(page.getByText('共 6 位')).toBeVisible()
  })
})

test('a card is filled in by keyboard and left for the same row', async ({ open, page }) => {
  await open()
  await setUp(page)
  await sixCustomers(page)
  await goTo(page, '#/customers')
  await expect(focused(page)).toHaveText('陈记面馆')
  await press(page, 'ArrowDown', 2)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '富阳江鲜馆' })).toBeVisible()
  await expect(page.getByText('全部客户，第 3 / 6 位')).toBeVisible()

  await test.step('Tab walks from field to field and saves on the way', async () => {
    await page.keyboard.press('5')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Two stoves')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Domestic')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: '特别要求' })).toBeFocused()
    await page.keyboard.type('gone again')
    await page.keyboard.press('Escape')
    await expect(value(page, '需求')).toHaveText('Two stoves')
    await expect(value(page, '偏好')).toHaveText('Domestic')
    await expect(value(page, '特别要求')).toHaveText('—')
    await expect(value(page, '特别要求')).toBeFocused()
  })

  await test.step('what was saved without a word is taken back by Ctrl Z', async () => {
    await page.keyboard.press('Control+z')
    await expect(value(page, '偏好')).toHaveText('—')
    await expect(value(page, '需求')).toHaveText('Two stoves')
  })

  await test.step('a contact with a lunar birthday', async () => {
    await page.keyboard.press('1')
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: '姓名' })).toBeFocused()
    await page.keyboard.type('Sun Dehai')
    await page.getByRole('textbox', { name: '生日' }).fill('农历八月十五')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('生日 农历八月十五').first()).toBeVisible()
  })

  await test.step('on to the next one, and back to the list', async () => {
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('heading', { level: 1, name: '胡阿根' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(focused(page)).toHaveText('富阳江鲜馆')
  })
})

test('a customer is made in a few keys, and the same name is told', async ({ open, page }) => {
  await open()
  await setUp(page)
  await sixCustomers(page)

  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('textbox', { name: '名称或姓名' })).toBeFocused()
  await page.keyboard.insertText('单志远')
  await expect(page.getByText('已有同名客户：')).toBeVisible()
  await press(page, 'Enter', 2)
  await expect(page.getByRole('textbox', { name: '电话' })).toBeFocused()
  await page.keyboard.type('186 5811 3047')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '单志远' })).toBeVisible()
  await expect(
    page.getByRole('banner').getByText('186 5811 3047').or(page.getByText('186 5811 3047')).first(),
  ).toBeVisible()
})

async function sixCustomers(page: Page): Promise<void> {
  for (const [index, name] of names.entries())
    await newCustomer(page, {
      kind: 'person',
      name,
      phones: [`1380000000${index}`],
      values: { grade: 'B', region: '余杭区' },
    })
  await page.reload()
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key)
}

function focused(page: Page) {
  return page.locator('.ag-cell:focus')
}

function cell(page: Page, row: number, column: string) {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)
}

function value(page: Page, label: string) {
  return page.getByRole('button', { name: new RegExp(`^${label} `) })
}
