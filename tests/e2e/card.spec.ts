import { expect, type Page } from '@playwright/test'
import type { Card } from '#contract/customers.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

const name = '青禾里餐饮管理有限公司'

test('a company with addresses, affiliates and a decision chain', async ({ open, page }) => {
  await open()
  await setUp(page)
  await newCustomer(page, { kind: 'company', name: '湖墅老灶头', phones: [], values: {} })
  const id = await openCompany(page)

  await test.step('a whole address is pasted and taken apart', async () => {
    await page.getByRole('button', { name: '修改地址' }).click()
    await expect(street(page, 0)).toBeFocused()
    await page.keyboard.insertText('浙江省杭州市余杭区文一西路1218号2幢103室 311121')
    await page.getByRole('button', { name: '拆出 浙江省杭州市余杭区 311121' }).click()
    await expect(street(page, 0)).toHaveValue('文一西路1218号2幢103室')
    await page.getByRole('combobox', { name: '用途' }).fill('公司')
    await page.getByRole('button', { name: '添加地址' }).click()
    await street(page, 1).fill('湖墅南路210号')
    await page.keyboard.press('Enter')
    await expect(page.getByText('浙江省杭州市余杭区文一西路1218号2幢103室')).toBeVisible()
    await expect(page.getByText('湖墅南路210号')).toBeVisible()
    await expect(page.getByRole('button', { name: '修改地址' })).toBeFocused()
  })

  await test.step('it is copied as it is written on a parcel', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: '复制地址' }).first().click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('浙江省杭州市余杭区文一西路1218号2幢103室')
  })

  await test.step('Ctrl Z takes the addresses back', async () => {
    await page.keyboard.press('Control+z')
    await expect(page.getByText('湖墅南路210号')).toBeHidden()
  })

  await test.step('an affiliate is found by pinyin and told on both cards', async () => {
    await page.getByRole('button', { name: '修改关联单位' }).click()
    await expect(page.getByRole('combobox', { name: '关联的客户' })).toBeFocused()
    await page.keyboard.type('hslzt')
    await expect(page.getByRole('option', { name: '湖墅老灶头' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '关系' }).fill('同一位老板')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '湖墅老灶头' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '湖墅老灶头' })).toBeVisible()
    await expect(page.getByText('（同一位老板）')).toBeVisible()
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('three contacts make a chain', async () => {
    await addContact(page, '陈国梁')
    await addContact(page, '阮静', async () => {
      await choose(page, '向谁汇报', '陈国梁')
    })
    await addContact(page, '万志明', async () => {
      await choose(page, '影响谁', '陈国梁')
    })
    const chain = page.getByRole('figure', { name: '决策关系图' })
    await expect(chain.getByRole('button')).toHaveCount(3)
    await expect(chain.getByRole('button', { name: /^陈国梁，决策人/ })).toBeVisible()
    await expect(chain.getByRole('button', { name: '阮静，向陈国梁汇报' })).toBeVisible()
    await chain.getByRole('button', { name: '万志明，影响陈国梁' }).click()
    await expect(page.getByRole('textbox', { name: '姓名' })).toHaveValue('万志明')
    await expect(page.getByRole('textbox', { name: '拼音' })).toHaveValue('wàn zhì míng')
    await page.keyboard.press('Escape')
  })

  await test.step('a company that becomes a person and a company again has lost nothing', async () => {
    const before = await rpc<Card>(page, 'customers/card', { id })
    for (const kind of ['个人', '单位']) {
      await value(page, '类别').click()
      await choose(page, '类别', kind)
      await expect(value(page, '类别')).toHaveText(kind)
    }
    const after = await rpc<Card>(page, 'customers/card', { id })
    expect(after).toEqual({ ...before, changedAt: after.changedAt, checks: after.checks })
  })
})

test('the three checks say what would raise them', async ({ open, page }) => {
  await open()
  await setUp(page)
  await openCompany(page)

  await test.step('reached by Tab, each explains itself', async () => {
    await check(page, 'timely').focus()
    await expect(page.getByRole('tooltip')).toContainText('还没有写过拜访记录')
    await page.keyboard.press('Tab')
    await expect(check(page, 'complete')).toBeFocused()
    await expect(page.getByRole('tooltip').filter({ hasText: '还空着：' })).toContainText('需求状况')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('tooltip').filter({ hasText: '资料无误' })).toBeVisible()
  })

  await test.step('complete shows the empty items alone, which stay while they are filled', async () => {
    await check(page, 'complete').click()
    await expect(page.locator('[data-section="name"]')).toBeHidden()
    await value(page, '需求').click()
    await page.keyboard.type('Three stoves')
    await page.keyboard.press('Enter')
    await expect(value(page, '需求')).toHaveText('Three stoves')
    await expect(page.locator('[data-section="needs"]')).toBeVisible()
    await page.getByRole('button', { name: '看全部' }).click()
    await expect(page.locator('[data-section="name"]')).toBeVisible()
  })

  await test.step('what was looked through is confirmed, and can be taken back', async () => {
    await expect(check(page, 'accurate')).toContainText('今天修改')
    await page.getByRole('button', { name: '资料无误' }).click()
    await expect(page.getByText(`已确认 ${name} 的资料无误。`)).toBeVisible()
    await expect(check(page, 'accurate')).toContainText('今天核对')
    await page.keyboard.press('Control+z')
    await expect(check(page, 'accurate')).toContainText('今天修改')
  })
})

test('sensitive values are masked, and fields out of use show only what they hold', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await openCompany(page, { bankAccount: '6222021202012345678', supplier: '老板厨具', wechat: 'qhl-cgl' })

  await test.step('shown when asked for, by keyboard too, and masked again when one leaves', async () => {
    await expect(page.getByText('6222021202012345678')).toBeHidden()
    await page.getByRole('button', { name: '显示银行账号' }).focus()
    await page.keyboard.press('Enter')
    await expect(value(page, '银行账号')).toHaveText('6222021202012345678')
    await value(page, '税号').focus()
    await expect(page.getByText('6222021202012345678')).toBeHidden()
  })

  await test.step('WeChat is copied with one press', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: '复制微信号' }).click()
    await expect(page.getByText('已复制 qhl-cgl')).toBeVisible()
  })

  await test.step('a field that is retired stays where it holds something', async () => {
    const { fields } = await rpc<{ fields: { id: number; key: string }[] }>(page, 'fields/layout', undefined)
    for (const key of ['supplier', 'purchaseCycle'])
      await rpc(page, 'fields/edit', { id: fields.find((field) => field.key === key)?.id, change: { retired: true } })
    await page.reload()
    await goTo(page, `#/customers/${id}`)
    await expect(value(page, '现供应商')).toHaveText('老板厨具')
    await expect(value(page, '采购周期')).toBeHidden()
  })

  await test.step('the card is copied as text, without what is sensitive', async () => {
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '复制为文字' }).click()
    await expect(page.getByText('复制为文字。')).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('微信号：qhl-cgl')
    expect(text).not.toContain('6222021202012345678')
  })
})

for (const [width, height] of [
  [1366, 768],
  [1024, 640],
] as const)
  test(`at ${width}×${height} what one needs on the phone is in sight`, async ({ open, page }) => {
    await page.setViewportSize({ width, height })
    await open()
    await setUp(page)
    const id = await openCompany(page, { grade: 'A' })
    await page.getByRole('textbox', { name: '记一笔' }).fill('陈总说门封换好了')
    await page
      .getByRole('radio', { name: '下周' })
      .or(page.getByText('下周', { exact: true }))
      .first()
      .click()
    await page.getByRole('textbox', { name: '记一笔' }).press('Enter')
    await expect(page.locator('header').getByText('陈总说门封换好了')).toBeVisible()
    await goTo(page, `#/customers/${id}`)

    for (const needed of [
      page.getByRole('heading', { level: 1, name }),
      page.getByTitle('等级 A 重点客户').first(),
      page.getByText('0571-88624107').first(),
      page.getByText(/^下次联系：/),
      page.locator('header').getByText('陈总说门封换好了'),
      page.getByRole('textbox', { name: '记一笔' }),
      check(page, 'accurate'),
      page.getByRole('button', { name: '资料无误' }),
    ])
      await expect(needed).toBeInViewport({ ratio: 1 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

async function openCompany(page: Page, values: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const id = await newCustomer(page, { kind: 'company', name, phones: ['0571-88624107'], values })
  await goTo(page, `#/customers/${id}`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return id
}

async function addContact(page: Page, name: string, more?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '添加联系人' }).click()
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await more?.()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`已保存联系人 ${name}。`)).toBeVisible()
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.click()
  await box.fill(option)
  await page.getByRole('option', { name: option }).click()
}

function street(page: Page, row: number) {
  return page.getByRole('textbox', { name: /^街道/ }).nth(row)
}

function check(page: Page, key: string) {
  return page.locator(`[data-check="${key}"]`)
}

function value(page: Page, label: string) {
  return page.getByRole('button', { name: new RegExp(`^${label} `) })
}
