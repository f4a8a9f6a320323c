import { expect, type Page } from '@playwright/test'
import type { CustomerId, LocalMinute } from '#contract/common.ts'
import { visitOf } from '../support/visit.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

test('Today is worked off by keyboard', async ({ open, page }) => {
  await open()
  await setUp(page)
  await planned(page, '青禾里餐饮', '2026-02-27')
  await planned(page, '瑞林月子中心', '2026-02-28')
  await planned(page, '锦绣轩酒家', '2026-03-02')
  await planned(page, '单志远', '2026-03-02')
  await page.reload()
  await expect(current(page)).toContainText('青禾里餐饮')

  await page.keyboard.press('Enter')
  await page.keyboard.type('门封换好了')
  await page.keyboard.press('Alt+Digit5')
  await page.keyboard.type('下周三 14:00')
  await expect(page.getByText('下次联系 3月11日 周三 14:00')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('青禾里餐饮 的跟进已完成，下次联系 3月11日 周三 14:00')).toBeVisible()

  await expect(current(page)).toContainText('瑞林月子中心')
  await expect(current(page)).toBeFocused()
  await page.keyboard.press('s')
  await page.keyboard.press('2')
  await expect(page.getByText('瑞林月子中心 改到 3月5日 周四')).toBeVisible()

  await expect(current(page)).toContainText('锦绣轩酒家')
  await page.keyboard.press('r')
  await page.keyboard.type('农历八月十五')
  await page.keyboard.press('Enter')
  await expect(page.getByText('锦绣轩酒家 改到 9月25日 周五')).toBeVisible()

  await expect(current(page)).toContainText('单志远')
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await expect(page.getByText('写一句原因，以后才看得明白。')).toBeVisible()
  await page.keyboard.type('出国三个月')
  await page.keyboard.press('Enter')
  await expect(page.getByText('今天没有要联系的客户。')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(page.getByText('已撤销。')).toBeVisible()
  await expect(page.getByRole('group', { name: '单志远' })).toBeVisible()
})

test('a line is logged for the row one stands on, and asks once for the next contact', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await planned(page, '青禾里餐饮', '2026-03-01')
  await page.reload()
  await expect(current(page)).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('l')
  await expect(line(page)).toBeFocused()
  await expect(page.locator('input[aria-label="哪位客户"]')).toHaveValue('青禾里餐饮')
  await page.keyboard.type('电话里说报价可以')
  await expect(page.getByRole('checkbox', { name: '完成 3月1日 问灶台' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('还没有安排下次联系。')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已记下，完成 1 项跟进')).toBeVisible()
  await expect(line(page)).toHaveValue('')

  const { entries } = await rpc<{ entries: unknown[] }>(page, 'visits/timeline', {
    customerId: id,
    kind: 'visit',
    after: null,
    limit: 10,
  })
  expect(entries).toMatchObject([{ visit: { situation: '电话里说报价可以', nextIsNone: true, channel: 'phone' } }])
})

test('typed text outlives a failed save, an input method and the way into the full form', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await newCustomer(page, { kind: 'person', name: '单志远', phones: [], values: {} })
  await goTo(page, `#/customers/${id}`)
  await page.getByRole('heading', { name: '单志远' }).waitFor()
  await page.keyboard.press('l')
  await page.keyboard.type('爱喝龙井')

  await line(page).evaluate((box) => {
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  })
  await expect(page.getByText('还没有安排下次联系。')).toBeHidden()

  await page.keyboard.press('Alt+Digit3')
  await page.route('**/rpc/visits/save', (route) => route.fulfill({ body: 'no answer' }), { times: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(line(page)).toHaveValue('爱喝龙井')

  await line(page).focus()
  await page.keyboard.press('Tab')
  const form = page.getByRole('dialog', { name: '记一次拜访' })
  await expect(form.getByLabel('访问情况')).toHaveValue('爱喝龙井')
  await expect(form.getByText('下次联系 3月9日 周一')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已记下，下次联系 3月9日 周一')).toBeVisible()
  await expect(line(page)).toHaveValue('')
})

test('the timeline is read, corrected and cleared by keyboard', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await newCustomer(page, { kind: 'person', name: '单志远', phones: [], values: {} })
  await Promise.all(Array.from({ length: 60 }, (_, index) => visited(page, id, index + 1)))
  await goTo(page, `#/customers/${id}`)

  const timeline = page.getByRole('region', { name: '往来记录' })
  await expect(timeline.getByText('拜访 60')).toBeVisible()
  await timeline.locator('li[tabindex="0"]').focus()
  for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toContainText('第 20 次')
  await expect(timeline.getByText('第 1 次')).toBeHidden()
  for (let step = 0; step < 19; step++) {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(':focus')).toContainText(`第 ${19 - step} 次`)
  }

  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: '修改拜访' })
  const text = form.getByLabel('访问情况')
  await expect(text).toBeFocused()
  await text.fill('第一次来店里')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('拜访已修改')).toBeVisible()
  await expect(form).toBeHidden()
  await expect(page.locator(':focus')).toContainText('第一次来店里')

  await page.keyboard.press('Delete')
  await expect(timeline.getByText('拜访 59')).toBeVisible()
  await expect(page.locator(':focus')).toContainText('第 2 次')
  await page.keyboard.press('Control+z')
  await expect(timeline.getByText('拜访 60')).toBeVisible()
})

function current(page: Page) {
  return page.locator('[data-current]')
}

function line(page: Page) {
  return page.getByRole('textbox', { name: '记一笔' })
}

async function planned(page: Page, name: string, dueOn: string): Promise<number> {
  const customerId = await newCustomer(page, { kind: 'person', name, phones: [], values: { grade: 'A' } })
  await rpc(page, 'followUps/save', {
    id: null,
    customerId,
    contactId: null,
    kind: 'call',
    title: '问灶台',
    content: '',
    place: '',
    dueOn,
    dueTime: null,
    priority: 'normal',
    staffId: null,
  })
  return customerId
}

async function visited(page: Page, customerId: number, day: number): Promise<void> {
  await rpc(
    page,
    'visits/save',
    visitOf(customerId as CustomerId, {
      visitedAt: new Date(Date.UTC(2025, 0, day * 5, 10)).toISOString().slice(0, 16) as LocalMinute,
      situation: `第 ${day} 次`,
      channel: 'inShop',
    }),
  )
}
