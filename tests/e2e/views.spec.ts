import { expect, type Page } from '@playwright/test'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

/** Names and how large their place is, in the order of their readings. */
const places = [
  ['陈记面馆', 80],
  ['丁家车行', 240],
  ['富阳江鲜馆', 120],
  ['胡阿根', null],
  ['锦绣轩酒家', 600],
  ['单志远', 95],
] as const

test('what a list shows is saved under a name, and is there again the next day', async ({ open, page }) => {
  await open()
  await setUp(page)
  const area = await sixPlaces(page)
  await goTo(page, '#/customers')
  await expect(page.getByText('共 6 位')).toBeVisible()

  await test.step('a condition on a field of one’s own', async () => {
    await page.getByRole('button', { name: '条件', exact: true }).click()
    await page.getByRole('combobox', { name: '项目' }).fill('面积')
    await expect(page.getByRole('option', { name: '面积' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '内容' }).fill('100')
    await page.getByRole('button', { name: '筛选' }).click()
    await expect(page.getByText('面积不低于100')).toBeVisible()
    await expect(page.getByText('共 3 位')).toBeVisible()
    await expect(page.getByText('视图已改动', { exact: true })).toBeVisible()
  })

  await test.step('its column, kept in view, and an order', async () => {
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('textbox', { name: '找一列' }).fill('mj')
    await page.getByRole('checkbox', { name: '面积' }).check()
    await page.keyboard.press('Escape')
    await heading(page, area).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '固定在左侧' }).click()
    await expect.poll(async () => (await columnsShown(page)).slice(0, 4)).toEqual(['tick', 'grade', 'name', area])
    await heading(page, area).click()
    await heading(page, area).click()
    await expect(rows(page)).toHaveText(['锦绣轩酒家', '丁家车行', '富阳江鲜馆'])
  })

  await test.step('saved as a view of its own; the one it began as is as it was', async () => {
    await page.getByRole('button', { name: '保存为新视图' }).click()
    await page.getByRole('textbox', { name: '视图名称' }).fill('大场地')
    await page.keyboard.press('Enter')
    await expect(tab(page, '大场地')).toHaveAttribute('aria-selected', 'true')
    await expect(tab(page, '大场地')).toHaveText('大场地3')
    await expect(page.getByText('视图已改动', { exact: true })).toBeHidden()
    await tab(page, '全部客户').click()
    await expect(page.getByText('共 6 位')).toBeVisible()
    await expect(page.locator(`.ag-header [col-id="${area}"]`)).toBeHidden()
  })

  await test.step('widths and places of columns are saved with it', async () => {
    await tab(page, '大场地').click()
    await expect(rows(page)).toHaveText(['锦绣轩酒家', '丁家车行', '富阳江鲜馆'])
    await drag(page, heading(page, 'region').locator('xpath=ancestor::*[@col-id][1]'), heading(page, 'phones'))
    const edge = page.locator(`.ag-header-cell[col-id="phones"] .ag-header-cell-resize`)
    const box = await edge.boundingBox()
    if (!box) throw new Error('The column has no edge.')
    await page.mouse.move(box.x + box.width / 2, box.y + 8)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y + 8, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: '保存视图' }).click()
    await expect(page.getByText('已保存视图「大场地」。').last()).toBeVisible()
    await expect(page.getByText('视图已改动', { exact: true })).toBeHidden()
  })

  const before = await columnsShown(page)
  await open({ clock: '2026-03-03T09:00' })
  await goTo(page, '#/customers')
  await tab(page, '大场地').click()
  await expect(rows(page)).toHaveText(['锦绣轩酒家', '丁家车行', '富阳江鲜馆'])
  expect(await columnsShown(page)).toEqual(before)
  const phones = await page.locator('.ag-header-cell[col-id="phones"]').boundingBox()
  expect(phones?.width).toBeGreaterThan(150)

  await test.step('a customer who fits is counted at once', async () => {
    await newCustomer(page, { kind: 'person', name: '周明', phones: [], values: { [area]: 300 } })
    await expect(tab(page, '大场地')).toHaveText('大场地4')
    await expect(rows(page)).toHaveText(['锦绣轩酒家', '周明', '丁家车行', '富阳江鲜馆'])
  })
})

test('views are renamed, moved, hidden and deleted, and each is taken back', async ({ open, page }) => {
  await open()
  await setUp(page)
  await sixPlaces(page)
  await goTo(page, '#/customers')
  await expect(tabs(page).first()).toHaveText('全部客户6')

  await test.step('by the menu', async () => {
    await tab(page, '逾期未联系').click()
    await act(page, '重命名')
    await page.getByRole('textbox', { name: '视图名称' }).fill('拖了的')
    await page.keyboard.press('Enter')
    await expect(tab(page, '拖了的')).toHaveAttribute('aria-selected', 'true')
    await act(page, '左移')
    await expect(tabs(page).nth(1)).toHaveText('拖了的0')
    await expect(page.getByText('已移动视图「拖了的」。')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(tabs(page).nth(2)).toHaveText('拖了的0')
  })

  await test.step('by keyboard and by drag', async () => {
    await tab(page, '拖了的').focus()
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await expect(tabs(page).nth(1)).toHaveText('拖了的0')
    await tab(page, '拖了的').dragTo(tab(page, '本月生日'))
    await expect(tabs(page).nth(3)).toHaveText('拖了的0')
  })

  await test.step('a hidden one waits in the menu', async () => {
    await act(page, '从标签中隐藏')
    await tab(page, '全部客户').click()
    await expect(tab(page, '拖了的')).toBeHidden()
    await page.getByRole('button', { name: /^更多/ }).click()
    await page.getByRole('menuitem', { name: '拖了的' }).click()
    await expect(tab(page, '拖了的')).toHaveAttribute('aria-selected', 'true')
    await act(page, '显示在标签中')
    await expect(page.getByText('视图「拖了的」已放回标签。')).toBeVisible()
  })

  await test.step('a deleted one comes back', async () => {
    await act(page, '删除视图')
    await expect(tab(page, '拖了的')).toBeHidden()
    await expect(tab(page, '全部客户')).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('button', { name: /^撤销/ }).click()
    await expect(tab(page, '拖了的')).toBeVisible()
  })

  await test.step('changes wait in their view while one is in another', async () => {
    await tab(page, '全部客户').click()
    await page.getByRole('textbox', { name: '在名单里查找' }).fill('胡')
    await expect(page.getByText('共 1 位')).toBeVisible()
    await tab(page, '个人客户').click()
    await expect(page.getByText('共 6 位')).toBeVisible()
    await tab(page, '全部客户').click()
    await expect(page.getByText('共 1 位')).toBeVisible()
    await page.getByRole('button', { name: '还原' }).click()
    await expect(page.getByText('共 6 位')).toBeVisible()
  })
})

test('many customers are worked on at once, and each step is taken back as one', async ({ open, page }) => {
  await open()
  await setUp(page)
  const { id: colleague } = await rpc<{ id: number }>(page, 'staff/add', { name: '陈国梁', pin: null })
  const area = await sixPlaces(page)
  await goTo(page, '#/customers')
  await expect(rows(page)).toHaveCount(6)
  await rows(page).first().click()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('已选 6')).toBeVisible()

  await test.step('who looks after them', async () => {
    await page.getByRole('button', { name: '改负责人' }).click()
    await page.getByRole('menuitem', { name: '陈国梁' }).click()
    await expect(page.getByText('已改 6 位客户的负责人。')).toBeVisible()
    expect(await count(page, 'owner', 'is', String(colleague))).toBe(6)
    await page.getByRole('button', { name: /^撤销/ }).click()
    await expect.poll(() => count(page, 'owner', 'is', String(colleague))).toBe(0)
  })

  await test.step('any field', async () => {
    await page.getByRole('button', { name: '改其他项' }).click()
    await page.getByRole('combobox', { name: '项目' }).fill('面积')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '面积' }).fill('70')
    await page.keyboard.press('Enter')
    await expect(page.getByText('已改 6 位客户的面积。')).toBeVisible()
    expect(await count(page, area, 'is', 70)).toBe(6)
  })

  await test.step('a follow-up for each', async () => {
    await page.getByRole('button', { name: '安排跟进' }).click()
    await expect(page.getByRole('dialog', { name: '给 6 位客户安排跟进' })).toBeVisible()
    await page.keyboard.type('+7')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('已给 6 位客户安排跟进')).toBeVisible()
    await expect(page.locator('.ag-cell[col-id="nextContact"]').filter({ hasText: '03-09' })).toHaveCount(6)
    await page.getByRole('button', { name: /^撤销/ }).click()
    await expect(page.locator('.ag-cell[col-id="nextContact"]').filter({ hasText: '未安排' })).toHaveCount(6)
  })

  await test.step('a sensitive value does not leave by the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('checkbox', { name: '暗号' }).check()
    await page.keyboard.press('Escape')
    await rows(page).first().click()
    await page.keyboard.press('Control+c')
    await expect(page.getByText('已复制 6 行')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const table = copied.split('\r\n').map((row) => row.split('\t'))
    expect(table[0]?.at(-1)).toBe('暗号')
    expect(table[1]?.at(-1)).toBe('••••••')
    expect(copied).not.toContain('芝麻开门')
  })
})

test('a view that asks for a deleted field says so, and goes on without it', async ({ open, page }) => {
  await open()
  await setUp(page)
  await sixPlaces(page)
  await rpc(page, 'views/add', {
    labelZh: '旧条件',
    labelEn: '旧条件',
    query: { text: '', filters: [{ field: 'gone', operator: 'isEmpty', value: null }], sort: [] },
    columns: null,
  })
  await goTo(page, '#/customers')
  await tab(page, '旧条件').click()
  await expect(page.getByText('这个视图用到的项目已经删除')).toBeVisible()
  await page.getByRole('button', { name: '去掉这些条件' }).click()
  await expect(page.getByText('共 6 位')).toBeVisible()
})

/** Six customers with a field of one's own, whose key comes back, and a sensitive one. */
async function sixPlaces(page: Page): Promise<string> {
  const area = await addField(page, { labelZh: '面积', labelEn: 'Area', type: 'number' })
  const secret = await addField(page, { labelZh: '暗号', labelEn: 'Password', type: 'text', sensitive: true })
  for (const [index, [name, size]] of places.entries())
    await newCustomer(page, {
      kind: 'person',
      name,
      phones: [`1380000000${index}`],
      values: { region: '余杭区', [area]: size, [secret]: '芝麻开门' },
    })
  await page.reload()
  return area
}

async function addField(page: Page, field: Record<string, unknown>): Promise<string> {
  const added = await rpc<{ field: { key: string } }>(page, 'fields/add', {
    owner: 'customer',
    section: 'needs',
    choices: [],
    ...field,
  })
  return added.field.key
}

async function count(page: Page, field: string, operator: string, value: unknown = null): Promise<number> {
  const query = { text: '', filters: [{ field, operator, value }], sort: [] }
  const answer = await rpc<{ count: number }>(page, 'customers/count', { query })
  return answer.count
}

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: '视图操作' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

async function drag(page: Page, from: ReturnType<typeof heading>, to: ReturnType<typeof heading>): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('There is nothing to drag.')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width, end.y + end.height / 2, { steps: 12 })
  await page.mouse.move(end.x + 4, end.y + end.height / 2, { steps: 12 })
  await page.mouse.up()
}

function columnsShown(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.ag-header-cell')
    .evaluateAll((cells) =>
      cells
        .toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
        .map((cell) => cell.getAttribute('col-id')),
    )
}

function heading(page: Page, column: string) {
  return page.locator(`.ag-header-cell[col-id="${column}"] button`)
}

function rows(page: Page) {
  return page.locator('.ag-row .ag-cell[col-id="name"]')
}

function tabs(page: Page) {
  return page.getByRole('tab')
}

function tab(page: Page, name: string) {
  return tabs(page).filter({ hasText: name })
}
