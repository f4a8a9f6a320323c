import { expect, type Locator, type Page } from '@playwright/test'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

// A PIN that does not fit is an answer that refuses.
test.use({ expected: /Failed to load resource/ })

interface Layout {
  readonly sections: readonly { key: string; labelZh: string }[]
  readonly fields: readonly { key: string; labelZh: string; type: string; section: string | null; hidden: boolean }[]
}

test('a field of every type is added and stands on the card', async ({ open, page }) => {
  test.slow()
  await openSettings(open, page, 'fields')
  const types = [
    '文字',
    '长文字',
    '数字',
    '金额',
    '日期',
    '生日、纪念日',
    '是或否',
    '单选',
    '多选',
    '电话',
    '邮箱',
    '网址',
    '客户',
  ]
  for (const type of types) {
    await page.getByRole('button', { name: '添加字段', exact: true }).click()
    await typeName(page, `我的${type}`)
    await page.getByRole('radio', { name: new RegExp(`^${type}(?!字|、)`) }).check()
    if (type.endsWith('选')) await page.getByRole('textbox', { name: '选项', exact: true }).fill('燃气\n电磁')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(preview(page).getByText(`我的${type}`, { exact: true })).toBeVisible()
  }
  const added = (await layoutOf(page)).fields.filter(({ labelZh }) => labelZh.startsWith('我的'))
  expect(added.map(({ type }) => type)).toEqual([
    'text',
    'longText',
    'number',
    'money',
    'date',
    'partialDate',
    'yesNo',
    'choice',
    'choices',
    'phone',
    'email',
    'link',
    'customer',
  ])

  await test.step('one becomes another type, and one that nobody filled in goes without a question', async () => {
    await page.getByRole('button', { name: '我的文字', exact: true }).click()
    await page.getByRole('combobox', { name: '类型' }).fill('数字')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await layoutOf(page)).fields.find(isNamed('我的文字'))?.type).toBe('number')
    await page.getByRole('button', { name: '我的邮箱', exact: true }).click()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await expect(page.getByText('已删除“我的邮箱”')).toBeVisible()
    await expect(preview(page).getByText('我的邮箱', { exact: true })).toBeHidden()
  })

  await page.getByRole('button', { name: '添加字段', exact: true }).click()
  await typeName(page, '我的文字')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已经有同名的字段。')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('fields and sections are put in order by keyboard and by mouse', async ({ open, page }) => {
  await openSettings(open, page, 'fields')
  const region = page.getByRole('button', { name: '移动“区域”' })

  await test.step('Alt and an arrow move at once, and the focus stays', async () => {
    await region.focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => fieldsIn(page, 'name')).toEqual(['名称', '简称', '拼音', '类别', '区域', '行业', '来源'])
    await expect(region).toBeFocused()
  })

  await test.step('Space picks up, arrows move past a head, Space drops', async () => {
    await carry(page)
    await press(page, 'ArrowDown', '在“行业”之后')
    await press(page, 'ArrowDown', '在“来源”之后')
    await press(page, 'ArrowDown', '在“购买决策人”之后')
    await page.keyboard.press('Space')
    await expect.poll(() => fieldsIn(page, 'decisionMaker')).toEqual(['区域', '决策人', '怎么定'])
    await expect(region).toBeFocused()
  })

  await test.step('Esc leaves everything where it was', async () => {
    await carry(page)
    await press(page, 'ArrowDown', '在“决策人”之后')
    await page.keyboard.press('Escape')
    await expect(page.getByText('没有移动“区域”')).toBeAttached()
    expect(await fieldsIn(page, 'decisionMaker')).toEqual(['区域', '决策人', '怎么定'])
  })

  await test.step('the mouse carries a field, and Ctrl Z takes it back', async () => {
    await drag(
      page,
      page.getByRole('button', { name: '移动“怎么定”' }),
      page.getByRole('button', { name: '移动“区域”' }),
    )
    await expect.poll(() => fieldsIn(page, 'decisionMaker')).toEqual(['怎么定', '区域', '决策人'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => fieldsIn(page, 'decisionMaker')).toEqual(['区域', '决策人', '怎么定'])
  })

  await test.step('a section is carried with its fields', async () => {
    await page.getByRole('button', { name: '移动“客户等级”' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(async () => (await layoutOf(page)).sections.slice(0, 3).map(({ labelZh }) => labelZh))
      .toEqual(['客户名称', '客户等级', '购买决策人'])
    await expect(preview(page).getByRole('heading', { level: 3 }).nth(1)).toContainText('客户等级')
  })
})

test('a field is renamed, hidden, deleted with its values and got back', async ({ open, page }) => {
  await openSettings(open, page, 'fields')
  const id = await newCustomer(page, { kind: 'person', name: '王芳', phones: [], values: { region: '余杭区' } })

  await page.getByRole('button', { name: '区域', exact: true }).press('Enter')
  await page.getByRole('textbox', { name: '中文名称' }).fill('片区')
  await page.keyboard.press('Enter')
  await expect(preview(page).getByText('片区', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '隐藏“片区”' }).click()
  await expect(preview(page).getByText('片区', { exact: true })).toBeHidden()
  await page.getByRole('button', { name: '显示“片区”' }).click()
  await page.getByRole('checkbox', { name: '敏感信息' }).click()
  await expect(preview(page).getByRole('img', { name: '敏感信息' })).toHaveCount(2)

  await page.getByRole('button', { name: '删除', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 位客户填了这一项')
  await dialog.getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByRole('button', { name: '移动“片区”' })).toBeHidden()
  await expect(page.getByText('已删除“片区”')).toBeVisible()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: '移动“片区”' })).toBeVisible()
  const card = await rpc<{ values: Record<string, unknown> }>(page, 'customers/card', { id })
  expect(card.values['region']).toBe('余杭区')
})

test('a section is added, filled, hidden and deleted, and its fields go elsewhere', async ({ open, page }) => {
  await openSettings(open, page, 'fields')
  await page.getByRole('button', { name: '添加分组' }).click()
  await page.keyboard.type('厨房')
  await page.keyboard.press('Enter')
  await expect(preview(page).getByRole('heading', { name: '厨房' })).toBeVisible()
  await page.getByRole('button', { name: '在“厨房”里添加字段' }).press('Enter')
  await typeName(page, '灶台数量')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: '灶台数量', exact: true })).toBeVisible()

  await page.getByRole('button', { name: '“厨房”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '删除分组' }).click()
  await expect(page.getByRole('dialog')).toContainText('1 个字段会移到别的分组')
  await page.getByRole('dialog').getByRole('button', { name: '删除分组' }).click()
  await expect.poll(async () => (await fieldsIn(page, 'notes')).at(-1)).toBe('灶台数量')
})

test('a trade template says what it does, does it and is taken back', async ({ open, page }) => {
  await openSettings(open, page, 'fields')
  const before = await layoutOf(page)
  await page.getByRole('button', { name: '套用行业模板' }).click()
  await page.getByRole('radio', { name: '美业' }).check()
  const effect = page.getByRole('region', { name: '套用后的变化' })
  await expect(effect).toContainText('过敏史 ⚠')
  await expect(effect).toContainText('隐藏')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(preview(page).getByText('过敏史', { exact: true })).toBeVisible()
  await expect(preview(page).getByText('注册资本', { exact: true })).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(preview(page).getByText('过敏史', { exact: true })).toBeHidden()
  expect(await layoutOf(page)).toEqual(before)
})

test('a list gets a choice, another order, and two that mean the same become one', async ({ open, page }) => {
  await openSettings(open, page, 'lists')
  const id = await newCustomer(page, { kind: 'person', name: '王芳', phones: [], values: { source: 'advertising' } })
  await page.getByRole('button', { name: /^来源/ }).click()
  await page.getByLabel('新选项').fill('抖音')
  await page.keyboard.press('Enter')
  const grip = page.getByRole('button', { name: '移动“抖音”' })
  await grip.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => choicesOf(page)).toContainEqual('其他')
  await expect.poll(async () => (await choicesOf(page)).slice(-2)).toEqual(['抖音', '其他'])

  await page.getByRole('button', { name: '“广告”的更多操作' }).click()
  await expect(page.getByRole('menuitem', { name: '在用，不能删除' })).toBeDisabled()
  await page.getByRole('menuitem', { name: '并入另一个' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '并入' }).fill('抖音')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('有 1 处，会改为“抖音”')
  await dialog.getByRole('button', { name: '合并' }).click()
  await expect(page.getByText('1 处改为“抖音”')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect.poll(() => choicesOf(page)).not.toContain('广告')
  await page.keyboard.press('Control+z')
  await expect.poll(() => choicesOf(page)).toContain('广告')
  const card = await rpc<{ values: Record<string, unknown> }>(page, 'customers/card', { id })
  expect(card.values['source']).toBe('advertising')
})

test('a number rule shows what it gives and warns where it repeats', async ({ open, page }) => {
  await openSettings(open, page, 'numbers')
  const next = page.getByRole('status', { name: '接下来的编号' })
  await expect(next).toHaveText('K20260001K20260002K20260003')
  await page.getByRole('textbox', { name: '文字' }).fill('HZ')
  await page.keyboard.press('Enter')
  await expect(next).toContainText('HZ20260001')
  await page.getByRole('textbox', { name: '流水号位数' }).fill('3')
  await page.keyboard.press('Enter')
  await expect(next).toContainText('HZ2026001')

  await page.getByText('每月', { exact: true }).click()
  await expect(page.getByText('编号里没有月份')).toBeVisible()
  await page.getByRole('combobox', { name: '日期' }).click()
  await page.getByRole('option', { name: '两位年加月，如 2603' }).click()
  await expect(page.getByText('编号里没有月份')).toBeHidden()
  await expect(next).toContainText('HZ2603001')

  await page.getByRole('button', { name: '移动“日期 2603”' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(next).toContainText('2603HZ001')
  const id = await newCustomer(page, { kind: 'person', name: '王芳', phones: [], values: {} })
  expect(await rpc<{ number: string }>(page, 'customers/card', { id })).toMatchObject({ number: '2603HZ001' })
})

test('staff come, sit down with a PIN, and leave', async ({ open, page }) => {
  await openSettings(open, page, 'staff')
  await page.getByLabel('新员工的姓名').fill('周建明')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '给周建明设 PIN' }).click()
  await expect(page.getByLabel('新的 PIN')).toBeFocused()
  await page.keyboard.type('246')
  await page.keyboard.press('Enter')
  await expect(page.getByText('PIN 至少要 4 位数字。')).toBeVisible()
  await page.keyboard.type('8')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '改 PIN：周建明' })).toBeVisible()

  const desk = page.getByRole('button', { name: /^当前使用人/ })
  const pin = page.getByRole('textbox', { name: '周建明的 PIN' })
  await desk.click()
  await page.getByRole('menuitemradio', { name: '周建明' }).click()
  await expect(pin).toBeFocused()
  await page.keyboard.type('1111')
  await page.keyboard.press('Enter')
  await expect(page.getByText('PIN 不对，再试一次。')).toBeVisible()
  await pin.fill('2468')
  await page.keyboard.press('Enter')
  await expect(desk).toHaveAccessibleName('当前使用人：周建明')

  await page.getByRole('button', { name: '周建明离开' }).click()
  await expect(desk).toHaveAccessibleName('当前使用人：未选使用人')
  await expect(page.getByRole('button', { name: '恢复周建明' })).toBeVisible()
  await desk.click()
  await expect(page.getByRole('menuitemradio', { name: '林晓雨' })).toBeVisible()
  await expect(page.getByRole('menuitemradio', { name: '周建明' })).toBeHidden()
})

test('the three checks go by other weights and days', async ({ open, page }) => {
  await openSettings(open, page, 'checks')
  await page.getByRole('textbox', { name: '备注的分量' }).fill('0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /^备注/ })).toContainText('不计入')
  await page.getByRole('textbox', { name: 'A 重点客户：多少天内可靠' }).fill('400')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'A 重点客户：多少天内尚可' })).toHaveValue('400')
})

async function openSettings(open: () => Promise<void>, page: Page, part: string): Promise<void> {
  await open()
  await setUp(page)
  await goTo(page, `#/settings/${part}`)
  await expect(page.getByRole('navigation', { name: '设置的各部分' }).locator('[aria-current]')).toBeVisible()
}

async function typeName(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('dialog').getByLabel('中文名称')).toBeFocused()
  await page.keyboard.type(name)
}

function isNamed(label: string): (field: Layout['fields'][number]) => boolean {
  return ({ labelZh }) => labelZh === label
}

function preview(page: Page): Locator {
  return page.getByRole('region', { name: '卡片预览' })
}

function layoutOf(page: Page): Promise<Layout> {
  return rpc<Layout>(page, 'fields/layout', undefined)
}

async function fieldsIn(page: Page, section: string): Promise<string[]> {
  const { fields } = await layoutOf(page)
  return fields.filter((field) => field.section === section).map(({ labelZh }) => labelZh)
}

function choicesOf(page: Page): Promise<(string | null)[]> {
  return page
    .getByRole('textbox', { name: /的中文名称$/ })
    .evaluateAll((boxes) => boxes.map((box) => (box instanceof HTMLInputElement ? box.value : null)))
}

/** Picks up what the focus is on, and waits until it is carried. */
async function carry(page: Page): Promise<void> {
  await page.keyboard.press('Space')
  await expect(page.locator('[data-carried]')).toHaveCount(1)
}

async function press(page: Page, key: string, said: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.getByText(said)).toBeAttached()
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x, start.y - 8, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

async function middleOf(grip: Locator): Promise<{ x: number; y: number }> {
  const box = await grip.boundingBox()
  if (!box) throw new Error('The grip is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
