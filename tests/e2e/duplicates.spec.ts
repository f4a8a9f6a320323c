import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { CustomerId, LocalMinute } from '#contract/common.ts'
import { contactDraft } from '../support/contact.ts'
import { visitOf } from '../support/visit.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

test('duplicates are found, merged, told apart and given back by keyboard alone', async ({ open, page }) => {
  await open()
  await setUp(page)
  const { kept, gone } = await threePairs(page)

  await test.step('the search is a command, and one key starts it', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: '查找客户和命令' })).toBeFocused()
    await page.keyboard.type('>重复')
    await expect(page.getByRole('option', { name: '查找重复客户' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '开始查找' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('找到 3 组')).toBeVisible()
  })

  await test.step('the surest stands first and says why', async () => {
    await expect(groups(page).first()).toContainText('同一电话 138 0013 0001')
    await expect(groups(page).first()).toContainText('同一微信号 qinghe88')
    await expect(groups(page).nth(2)).toContainText('同名 王芳')
    await expect(compareButtons(page).first()).toBeFocused()
    await expectAccessible(page)
  })

  await test.step('N says that two people are two people', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(compareButtons(page).nth(2)).toBeFocused()
    await page.keyboard.press('n')
    await expect(page.getByText('王芳 不是同一位客户')).toBeVisible()
    await expect(groups(page)).toHaveCount(2)
    await expect(compareButtons(page).nth(1)).toBeFocused()
  })

  await test.step('side by side, the arrows choose and Ctrl Enter merges', async () => {
    await page.keyboard.press('ArrowUp')
    await expect(compareButtons(page).first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '合并客户卡' })).toBeVisible()
    await expect(page.getByRole('radio', { name: /留下 青禾里餐饮管理有限公司/ })).toBeFocused()
    await expect(page.getByRole('radio', { name: '名称：青禾里餐饮管理有限公司' })).toBeChecked()
    await expect(page.getByRole('radio', { name: '需求：都留下' })).toBeChecked()
    await expect(page.getByText('1 次拜访、1 位联系人会并到“青禾里餐饮管理有限公司”。')).toBeVisible()
    await expectAccessible(page)

    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    // What was written later is proposed.
    await expect(page.getByRole('radio', { name: '等级：B 普通客户', checked: true })).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('radio', { name: '等级：A 重点客户' })).toBeChecked()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('已合并到 青禾里餐饮管理有限公司。')).toBeVisible()
    // The next pair stands there already.
    await expect(page.getByRole('radio', { name: /留下 和顺设备行/ }).first()).toBeFocused()
  })

  await test.step('the one card has what both had', async () => {
    await goTo(page, `#/customers/${kept}`)
    await expect(page.getByRole('heading', { level: 1, name: '青禾里餐饮管理有限公司' })).toBeVisible()
    await expect(page.getByText('三家门店统一换节能灶')).toBeVisible()
    await expect(page.getByText('要开专票')).toBeVisible()
    await expect(page.getByText('周经理').first()).toBeVisible()
    await expect(page.getByText('门封换好了').first()).toBeVisible()
  })

  await test.step('Ctrl Z gives both cards back', async () => {
    await page.keyboard.press('Control+z')
    await expect(page.getByText('已撤销。')).toBeVisible()
    await goTo(page, `#/customers/${gone}`)
    await expect(page.getByRole('heading', { level: 1, name: '青禾里' })).toBeVisible()
    await expect(page.getByText('门封换好了').first()).toBeVisible()
  })

  await test.step('whom one has told apart is not named again', async () => {
    await goTo(page, '#/duplicates')
    await page.getByRole('button', { name: '重新查找' }).click()
    await expect(page.getByText('找到 2 组')).toBeVisible()
    await expect(page.getByText('王芳')).toBeHidden()
  })
})

test('two rows ticked in the list are merged, and the card that stays is shown', async ({ open, page }) => {
  await open()
  await setUp(page)
  for (const name of ['陈记面馆', '陈记面馆（老店）']) {
    await newCustomer(page, { kind: 'company', name, phones: [], values: {} })
  }
  await goTo(page, '#/customers')
  await expect(page.locator('.ag-cell:focus')).toHaveText('陈记面馆')
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('已选 2')).toBeVisible()
  await page.getByRole('button', { name: '合并', exact: true }).press('Enter')
  await expect(page.getByRole('radio', { name: '名称：陈记面馆（老店）' })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '陈记面馆（老店）' })).toBeVisible()
})

test('a name and a phone that are there already are told while one types', async ({ open, page }) => {
  await open()
  await setUp(page)
  await newCustomer(page, {
    kind: 'company',
    name: '锦绣轩酒家',
    phones: ['138 0013 0001'],
    values: { region: '西湖区' },
  })
  await goTo(page, '#/customers')
  await expect(page.getByRole('tab', { name: /全部客户/ })).toBeVisible()
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog')
  await form.getByLabel('名称或姓名').fill('錦繡軒酒家')
  await expect(form.getByText('已有同名客户：锦绣轩酒家')).toBeVisible()
  await form.getByLabel('电话', { exact: true }).fill('13800130001')
  await expect(form.getByText('这个电话已登记给：锦绣轩酒家')).toBeVisible()
})

test('with nothing there twice, it says so kindly', async ({ open, page }) => {
  await open()
  await setUp(page)
  await newCustomer(page, { kind: 'person', name: '赵敏', phones: ['13800130001'], values: {} })
  await goTo(page, '#/duplicates')
  await expect(page.getByRole('button', { name: '开始查找' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有发现重复的客户卡')).toBeVisible()
  await expectAccessible(page)
})

test.describe(() => {
  test.use({ expected: /404/ })

  test('an address of cards that are gone says so', async ({ open, page }) => {
    await open()
    await setUp(page)
    await goTo(page, '#/duplicates/998,999')
    await expect(page.getByText('要比较的客户卡已经不在了')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '开始查找' })).toBeVisible()
  })
})

/** A company twice, with all there is to be moved; two with one phone; two persons who share only their name. */
async function threePairs(page: Page): Promise<{ kept: number; gone: number }> {
  const phones = ['138 0013 0001']
  const kept = await newCustomer(page, {
    kind: 'company',
    name: '青禾里餐饮管理有限公司',
    phones,
    values: {
      grade: 'A',
      needs: '三家门店统一换节能灶',
      wechat: 'qinghe88',
      region: '西湖区',
      email: 'qh@example.com',
    },
  })
  const gone = await newCustomer(page, {
    kind: 'company',
    name: '青禾里',
    phones: ['13800130001'],
    values: { grade: 'B', needs: '要开专票', wechat: 'QingHe88' },
  })
  await rpc(page, 'customers/saveContact', { ...contactDraft(gone as CustomerId, '周经理'), isPrimary: true })
  await rpc(
    page,
    'visits/save',
    visitOf(gone as CustomerId, { visitedAt: '2026-03-01T10:00' as LocalMinute, situation: '门封换好了' }),
  )
  for (const name of ['和顺设备行', '和顺厨具']) {
    await newCustomer(page, { kind: 'company', name, phones: ['0571-88880001'], values: {} })
  }
  for (const values of [{ region: '城西' }, { region: '城西' }]) {
    await newCustomer(page, { kind: 'person', name: '王芳', phones: [], values })
  }
  return { kept, gone }
}

function groups(page: Page) {
  return page.getByRole('region', { name: /^第 \d+ 组/ })
}

function compareButtons(page: Page) {
  return page.getByRole('button', { name: /^比较并合并/ })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}
