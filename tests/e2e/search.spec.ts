import { expect, type Page } from '@playwright/test'
import type { CustomerId, LocalMinute } from '#contract/common.ts'
import { visitOf } from '../support/visit.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

const searchBox = (page: Page) => page.getByRole('combobox', { name: '查找客户和命令' })

async function logVisit(page: Page, customerId: number, situation: string): Promise<void> {
  await rpc(
    page,
    'visits/save',
    visitOf(customerId as CustomerId, { visitedAt: '2026-03-02T09:00' as LocalMinute, situation }),
  )
}

test('somebody is found by address, notes and what was said, by several words, and one sees why', async ({
  open,
  page,
}) => {
  await open()
  await setUp(page)
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  const wang = await newCustomer(page, {
    kind: 'person',
    name: '王芳',
    phones: [],
    values: { needs: '想换一台静音的油烟机' },
  })
  const addresses = [{ id: null, label: '', area: '西湖区', street: '文三路478号', postcode: '' }]
  await rpc(page, 'customers/saveAddresses', { id: wang, addresses })
  const jianguo = await newCustomer(page, { kind: 'person', name: '王建国', phones: ['13800001111'], values: {} })
  await logVisit(page, jianguo, '看过样机，嫌油烟机噪音大，等老板娘回来再定。报价单已发，月底前答复。')

  await page.keyboard.press('Control+k')
  const box = searchBox(page)
  await box.fill('油烟机')
  const notes = page.getByRole('group', { name: '备注' }).getByRole('option')
  await expect(notes).toContainText('王芳')
  await expect(notes).toContainText('需求 想换一台静音的油烟机')
  await expect(notes.locator('mark')).toHaveText(['油烟机'])
  const said = page.getByRole('group', { name: '拜访和跟进' }).getByRole('option')
  await expect(said).toContainText('王建国')
  await expect(said).toContainText('3月2日')
  await expect(said.locator('mark')).toHaveText(['油烟机'])

  await box.fill('wang 文三路')
  const found = page.getByRole('group', { name: '地址' }).getByRole('option')
  await expect(found).toContainText('西湖区 文三路478号')
  await expect(found.locator('mark')).toHaveText(['王', /^wáng$/, '文三路'])
  await expect(page.getByRole('option', { name: '王建国' })).toBeHidden()

  await box.fill('報價單')
  await expect(said.locator('mark')).toHaveText(['报价单'])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/customers/${jianguo}$`))
})

test('an empty box offers whom one had open last, and keys act on whom is marked', async ({ open, page }) => {
  await open()
  await setUp(page)
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  const first = await newCustomer(page, { kind: 'person', name: '张伟', phones: [], values: {} })
  const second = await newCustomer(page, { kind: 'person', name: '李娜', phones: [], values: {} })
  for (const id of [second, first]) {
    const noted = page.waitForResponse('**/rpc/search/opened')
    await goTo(page, `#/customers/${id}`)
    await noted
  }
  await goTo(page, '#/customers')
  await expect(page.getByRole('heading', { level: 1, name: '客户' })).toBeVisible()

  await page.keyboard.press('Control+k')
  const recent = page.getByRole('group', { name: '最近' }).getByRole('option')
  await expect(recent).toContainText(['张伟', '李娜'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+t')
  const followUp = page.getByRole('dialog', { name: '安排跟进' })
  await expect(followUp).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(followUp).toBeHidden()

  await page.keyboard.press('Control+k')
  await searchBox(page).fill('zw')
  await expect(page.getByRole('option', { name: '张伟' }).first()).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('dialog', { name: '记一次拜访' })).toBeVisible()
})
