import { expect, type Page } from '@playwright/test'
import type { Card } from '#contract/customers.ts'
import { longNote } from './support/long-note.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

// A refusal is an answer with a status of its own, which the browser mentions.
test.use({ expected: /status of 4(?:09|22)/ })

test('an empty or blank name is asked for, and nothing else is lost', async ({ open, page }) => {
  await open()
  await setUp(page)

  await test.step('of a new customer', async () => {
    await startNew(page)
    await page.getByRole('textbox', { name: '名称或姓名' }).fill('   ')
    await page.getByRole('textbox', { name: '电话' }).fill('138 5712 0463')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('这一项要填。')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '电话' })).toHaveValue('138 5712 0463')
    await page.getByRole('textbox', { name: '名称或姓名' }).fill('王芳')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible()
    await expect(page.getByText('138 5712 0463').first()).toBeVisible()
  })

  await test.step('on a card', async () => {
    await value(page, '名称').click()
    await page.getByRole('textbox', { name: '名称' }).fill('  ')
    await page.keyboard.press('Enter')
    await expect(page.getByText('这一项要填。')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(value(page, '名称')).toHaveText('王芳')
  })
})

test('a note is kept faithfully, however long or strange', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await openNew(page, { name: '王芳' })

  for (const [kind, text] of [
    ['ten thousand characters', longNote(10_000)],
    ['emoji', '喜欢 👨‍👩‍👧‍👦 全家照，👍🏽'],
    ['right to left', 'مرحبا بالعالم \u202Eabc'],
    ['lines', '第一行\n第二行\t列'],
  ] as const)
    await test.step(kind, async () => {
      await editNote(page, text)
      await expect.poll(() => noteOf(page, id)).toBe(text)
      await expect.poll(() => value(page, '备注').evaluate((element) => element.textContent)).toBe(text)
    })

  await test.step('control characters are taken out, and it says so', async () => {
    await editNote(page, '响铃\u0007和\u0000空')
    await expect(page.getByText('去掉了 2 个看不见的控制字符。')).toBeVisible()
    await expect(value(page, '备注')).toHaveText('响铃和空')
  })
})

test('markup, SQL and formulas are plain text everywhere', async ({ open, page }) => {
  const names = [
    '<script>window.ran=1</script>',
    '<img src=x onerror=window.ran=1>',
    "'); DROP TABLE customers; --",
    '=1+1',
  ]
  await open()
  await setUp(page)

  for (const name of names) {
    const id = await openNew(page, { name, values: { notes: name, tags: [name] } })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(value(page, '备注')).toHaveText(name)

    await goTo(page, '#/customers')
    await expect(page.locator('.ag-cell[col-id="name"]').filter({ hasText: name })).toHaveCount(1)
    await goTo(page, `#/print/${id}`)
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .or(page.getByRole('dialog').getByRole('textbox'))
      .first()
      .fill(name)
    await expect(page.getByRole('option').filter({ hasText: name }).first()).toBeVisible()
    await page.keyboard.press('Escape')
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await page.locator('main script, main img[src="x"]').count()).toBe(0)
})

test('a card number that is taken is refused, naming the card that has it', async ({ open, page }) => {
  await open()
  await setUp(page)
  await newCustomer(page, { kind: 'company', name: '青禾里', phones: [], values: { number: 'HZ-0001' } })
  await page.reload()

  await test.step('of a new customer', async () => {
    await startNew(page)
    await page.getByRole('textbox', { name: '名称或姓名' }).fill('锦绣轩')
    await page.getByRole('textbox', { name: '统一编号' }).fill('HZ-0001')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('“HZ-0001”已经用在“青禾里”上了')).toBeVisible()
    await page.getByRole('textbox', { name: '统一编号' }).fill('HZ-0002')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: '锦绣轩' })).toBeVisible()
    await expect(value(page, '统一编号')).toHaveText('HZ-0002')
  })

  await test.step('on a card', async () => {
    await value(page, '统一编号').click()
    await page.getByRole('textbox', { name: '统一编号' }).fill('HZ-0001')
    await page.keyboard.press('Enter')
    await expect(page.getByText('“HZ-0001”已经用在“青禾里”上了')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(value(page, '统一编号')).toHaveText('HZ-0002')
  })
})

test('a phone that is none is kept as text, with a gentle mark', async ({ open, page }) => {
  await open()
  await setUp(page)
  await startNew(page)
  await page.getByRole('textbox', { name: '名称或姓名' }).fill('王芳')
  await page.getByRole('textbox', { name: '电话' }).fill('问隔壁小卖部')
  await expect(page.getByText('看起来不像能拨通的号码，仍会照样保存。')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible()
  await expect(page.getByText('问隔壁小卖部').last()).toBeVisible()
  await expect(page.getByText('请核对')).toBeVisible()
})

test('a date that does not exist is refused with the reason', async ({ open, page }) => {
  await open()
  await setUp(page)
  await openNew(page, { name: '王芳' })

  for (const [label, text, reason] of [
    ['合同到期', '2025-02-30', '没有这一天：2025年2月只有 28 天。'],
    ['生日', '2025-02-30', '没有这一天：2025年2月只有 28 天。'],
    ['生日', '农历2024年腊月三十', '没有这一天：农历2024年腊月只有 29 天。'],
  ] as const)
    await test.step(`${label} ${text}`, async () => {
      await value(page, label).click()
      await page.getByRole('textbox', { name: label }).fill(text)
      await page.keyboard.press('Enter')
      await expect(page.getByText(reason)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(value(page, label)).toHaveText('—')
    })

  await test.step('a thirtieth without a year is kept: its month has one in some years', async () => {
    await value(page, '生日').click()
    await page.getByRole('textbox', { name: '生日' }).fill('农历腊月三十')
    await page.keyboard.press('Enter')
    await expect(value(page, '生日')).toHaveText('农历腊月三十')
  })
})

async function startNew(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('textbox', { name: '名称或姓名' })).toBeFocused()
}

async function openNew(
  page: Page,
  customer: { name: string; values?: Readonly<Record<string, unknown>> },
): Promise<number> {
  const id = await newCustomer(page, { kind: 'person', phones: [], values: {}, ...customer })
  await goTo(page, `#/customers/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(customer.name)
  return id
}

async function editNote(page: Page, text: string): Promise<void> {
  await value(page, '备注').click()
  await page.getByRole('textbox', { name: '备注' }).fill(text)
  await page.keyboard.press('Enter')
}

async function noteOf(page: Page, id: number): Promise<unknown> {
  const { values } = await rpc<Card>(page, 'customers/card', { id })
  return values['notes']
}

function value(page: Page, label: string) {
  return page.getByRole('button', { name: new RegExp(`^${label} `) })
}
