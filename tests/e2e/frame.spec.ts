import { expect, type Page } from '@playwright/test'
import { startHost } from './support/host.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

test('the first run is answered by keyboard alone and remembered', async ({ open, page }) => {
  await open()
  await expect(page.getByRole('heading', { name: '欢迎使用熟客' })).toBeVisible()
  await expect(page.getByLabel('店名或公司名')).toBeFocused()
  await page.keyboard.type('和顺厨房设备行')
  await page.keyboard.press('Tab')
  await page.keyboard.type('林晓雨')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('region', { name: '会准备好' })).toContainText('小区、户型')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  await expect(page.getByRole('button', { name: '当前使用人：林晓雨' })).toBeVisible()
  await expect(page).toHaveTitle(/今日 · 和顺厨房设备行/)
  await page.reload()
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
})

test('the first run begins with the import where there are customers to bring', async ({ open, page }) => {
  await open()
  await page.getByText('English').click()
  await page.getByRole('radio', { name: 'Import the customers I have' }).check()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/import/)
  await expect(page.getByRole('navigation', { name: 'Main pages' })).toBeVisible()
})

test('Enter pressed before the answer is here opens what it finds', async ({ open, page }) => {
  await open()
  await setUpAndWait(page)
  const wei = await newCustomer(page, { kind: 'person', name: '张伟', phones: [], values: {} })
  await page.route('**/rpc/search/find', async (route) => {
    await new Promise((answer) => setTimeout(answer, 500))
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找客户和命令' }).fill('zhangw')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/customers/${wei}$`))
})

test('the palette finds, marks, opens and runs', async ({ open, page }) => {
  await open()
  await setUpAndWait(page)
  const wei = await newCustomer(page, { kind: 'person', name: '张伟', phones: ['15868140926'], values: { grade: 'A' } })
  await newCustomer(page, { kind: 'company', name: '老张碗碗香面馆', phones: [], values: {} })

  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: '查找客户和命令' })
  await box.pressSequentially('zhangw')
  const hit = page.getByRole('option').first()
  await expect(hit.locator('mark')).toHaveText(['张伟', /^zhāng w/])
  await expect(page.getByRole('option', { name: '老张碗碗香面馆' })).toBeVisible()

  await page.keyboard.press('Alt+c')
  await expect(page.getByText('已复制 15868140926')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/customers/${wei}$`))
  await expect(page).toHaveTitle(/张伟/)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: '最近' }).getByRole('option').first()).toContainText('老张碗碗香面馆')
  await box.pressSequentially('>dakaishezhi')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()

  await page.keyboard.press('Control+k')
  await box.fill('0926')
  await expect(page.getByRole('group', { name: '电话' }).getByRole('option')).toContainText('158 6814 0926')
  await box.fill('査無此人')
  await expect(page.getByText('没有找到')).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('dialog', { name: '新建客户' }).getByRole('textbox').first()).toHaveValue('査無此人')
})

test('what an input method composes is not taken for a choice', async ({ open, page, context }) => {
  await open()
  await setUpAndWait(page)
  await newCustomer(page, { kind: 'person', name: '张伟', phones: [], values: {} })
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: '查找客户和命令' })
  await expect(box).toBeFocused()
  const keyboard = await context.newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 })
  await expect(page.getByRole('option', { name: '张伟' }).first()).toBeVisible()
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
  await expect(box).toBeVisible()
  await keyboard.send('Input.insertText', { text: '张' })
  await expect(box).toHaveValue('张')
})

test('every step stands in the history and can be taken back, and later edits are kept', async ({ open, page }) => {
  await open()
  await setUpAndWait(page)
  const id = await newCustomer(page, { kind: 'person', name: '张伟', phones: [], values: {} })
  await edit(page, id, '民宿', null)
  await edit(page, id, '民宿，要制冰机', '民宿')

  await goTo(page, '#/history')
  const edits = page.getByRole('listitem').filter({ hasText: '改了 张伟 的 需求' })
  await expect(edits).toHaveCount(2)
  await edits.last().getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('有 1 处后来又改过')).toBeVisible()
  await expect(page.getByText('张伟 的 需求（后来改了 张伟 的 需求）')).toBeVisible()

  await page.getByRole('listitem').filter({ hasText: '新建了客户 张伟' }).getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已于 2026-03-02').first()).toBeVisible()
})

test('language and looks change at once and are remembered', async ({ open, page }) => {
  await open()
  await setUpAndWait(page)
  await goTo(page, '#/settings')
  await page.getByText('深色', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByText('English').click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Name of the business').fill('Heshun Kitchens')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved')).toBeVisible()
  await page.reload()
  await expect(page).toHaveTitle(/Settings · Heshun Kitchens/)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('a plain letter is text while one types and a key when one does not', async ({ open, page }) => {
  await open()
  await setUpAndWait(page)
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+2')
  await expect(page).toHaveURL(/#\/customers$/)
  await page.keyboard.press('Alt+n')
  const name = page.getByRole('dialog', { name: '新建客户' }).getByRole('textbox').first()
  await name.pressSequentially('lp1')
  await expect(name).toHaveValue('lp1')
  await page.keyboard.press('Escape')
  await expect(page.getByText('填写的内容还没有保存')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a core that is gone is said, and what was typed stays', async ({ page, folder }) => {
  const host = await startHost({ dataFolder: folder, clock: '2026-03-02T09:00' })
  await page.goto(host.address)
  await setUpAndWait(page)
  await page.keyboard.press('l')
  await page.keyboard.type('断开以前写的话')
  await host[Symbol.asyncDispose]()
  await expect(page.getByRole('alert')).toContainText('已断开')
  await expect(page.locator('input:focus, textarea:focus')).toHaveValue('断开以前写的话')
})

/** Keys pressed before the page stands go nowhere. */
async function setUpAndWait(page: Page): Promise<void> {
  await setUp(page)
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
}

async function edit(page: Page, id: number, value: string, was: string | null): Promise<void> {
  await rpc(page, 'customers/saveValue', { id, field: 'needs', value, was })
}
