import { expect, type Page } from '@playwright/test'
import type { CustomerId, LocalMinute } from '#contract/common.ts'
import { visitOf } from '../support/visit.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

test('what was deleted is found, restored, deleted for good, by keyboard', async ({ open, page }) => {
  await open()
  await setUp(page)
  const ids = await threeCustomers(page)
  await rpc(page, 'customers/remove', { selection: { ids } })
  await goTo(page, '#/today')
  await page.getByRole('link', { name: '回收站' }).click()

  await test.step('it says what went along, who deleted it and how long it stays', async () => {
    await expect(page.getByText('共 3 条')).toBeVisible()
    const row = page.getByRole('row', { name: /锦绣轩酒家/ })
    await expect(row).toContainText('连同 1 次拜访')
    await expect(row).toContainText('林晓雨')
    await expect(row).toContainText('30 天')
  })

  await test.step('typing finds it by its pinyin', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('jinxiu')
    await expect(page.getByText('共 1 条')).toBeVisible()
    await expect(page.getByRole('row', { name: /青禾里/ })).toHaveCount(0)
  })

  await test.step('Enter restores it with its visit, and Ctrl Z puts it back', async () => {
    await page.getByRole('checkbox', { name: '选中“锦绣轩酒家”' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('已恢复 1 条。')).toBeVisible()
    await expect(page.getByText('没有找到')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('row', { name: /锦绣轩酒家/ })).toContainText('连同 1 次拜访')
  })

  await test.step('two are ticked and restored at once', async () => {
    await page.getByRole('textbox', { name: '按名称、拼音或所属客户查找' }).fill('')
    await expect(page.getByText('共 3 条')).toBeVisible()
    await page
      .getByRole('checkbox', { name: /^选中“/ })
      .first()
      .focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByText('已选 2')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('已恢复 2 条。')).toBeVisible()
    await expect(page.getByText('共 1 条')).toBeVisible()
  })

  await test.step('Del asks before it deletes for good', async () => {
    await page
      .getByRole('checkbox', { name: /^选中“/ })
      .first()
      .focus()
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('dialog', { name: '彻底删除 1 条内容？' })
    await expect(dialog).toContainText('1 条客户')
    await page.keyboard.press('Escape')
    await expect(page.getByText('共 1 条')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '清空回收站' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '清空回收站' }).click()
    await expect(page.getByText('已彻底删除 1 条。')).toBeVisible()
    await expect(page.getByText('回收站是空的')).toBeVisible()
  })
})

test('a card tells who changed what of it, and takes a step back', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await newCustomer(page, { kind: 'company', name: '青禾里', phones: ['0571 8765 4321'], values: {} })
  await rpc(page, 'customers/saveValue', { id, field: 'needs', value: '三家门店统一换节能灶', was: null })
  await rpc(page, 'customers/saveValue', { id, field: 'grade', value: 'A', was: null })
  await goTo(page, `#/customers/${id}`)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '修改记录' }).click()
  const drawer = page.getByRole('dialog', { name: '青禾里 的修改记录' })
  await expect(drawer.getByRole('listitem').filter({ hasText: '新建了客户 青禾里' })).toBeVisible()
  const grade = drawer.getByRole('listitem').filter({ hasText: '改了 青禾里 的 等级' }).first()
  await expect(grade).toContainText('A 重点客户')
  await expect(grade).toContainText('林晓雨')
  await expect(drawer.getByText('三家门店统一换节能灶')).toBeVisible()

  await grade.getByRole('button', { name: /^撤销/ }).click()
  await expect(drawer.getByText('已撤销')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTitle('等级 A 重点客户')).toHaveCount(0)
})

async function threeCustomers(page: Page): Promise<number[]> {
  const ids: number[] = []
  for (const name of ['青禾里', '锦绣轩酒家', '陈记面馆']) {
    ids.push(await newCustomer(page, { kind: 'company', name, phones: [], values: {} }))
  }
  await rpc(
    page,
    'visits/save',
    visitOf(ids[1] as CustomerId, {
      visitedAt: '2026-03-02T08:30' as LocalMinute,
      situation: '问新灶台用得怎样',
      next: { choice: 'none' },
    }),
  )
  return ids
}
