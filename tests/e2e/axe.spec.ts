import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { png } from '../support/pictures.ts'
import { giveFile } from './support/give-file.ts'
import { writeOldList } from './support/old-list.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { test } from './support/test.ts'

const languages = ['zh-CN', 'en'] as const
const themes = ['light', 'dark'] as const

for (const language of languages) {
  for (const theme of themes) {
    test(`everybody can use every page: ${language}, ${theme}`, async ({ open, page, folder }) => {
      test.slow()
      test.slow()
      await page.emulateMedia({ colorScheme: theme })
      await open()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, 'first run')

      await setUp(page, { language, withSampleData: true })
      const id = await newCustomer(page, {
        kind: 'company',
        name: '青禾里餐饮管理有限公司',
        phones: ['138'],
        values: { grade: 'A', needs: '三家门店统一换节能灶' },
      })

      for (const address of [...addresses, `customers/${id}`, `print/${id}`]) {
        await goTo(page, `#/${address}`)
        await settle(page)
        await expectAccessible(page, address)
      }

      await walkThroughImport(page, folder)
      await walkThroughDuplicates(page)
      await walkThroughFields(page, language)
      await walkThroughFiles(page, id)
      await walkThroughHistoryAndTrash(page, id, language)

      await goTo(page, '#/customers')
      await settle(page)
      for (const [name, key] of overlays) {
        await page.keyboard.press(key)
        await expect(page.getByRole('dialog')).toBeVisible()
        await settle(page)
        await expectAccessible(page, name)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
    })
  }
}

const addresses = [
  'today',
  'customers',
  'import',
  'history',
  'settings',
  'settings/fields',
  'settings/lists',
  'settings/numbers',
  'settings/staff',
  'settings/checks',
]

const words = {
  'zh-CN': {
    more: '更多',
    history: '修改记录',
    purge: '彻底删除',
    field: '行业',
    addField: '添加字段',
    useTemplate: '套用行业模板',
  },
  en: {
    more: 'More',
    history: 'History',
    purge: 'Delete for good',
    field: 'Industry',
    addField: 'Add a field',
    useTemplate: 'Use a trade template',
  },
}

const overlays = [
  ['search', 'Control+k'],
  ['new customer', 'Alt+n'],
  ['new visit', 'Control+l'],
  ['new follow-up', 'Alt+t'],
  ['export', 'Control+e'],
  ['shortcuts', 'F1'],
] as const

async function walkThroughImport(page: Page, folder: string): Promise<void> {
  await goTo(page, '#/import')
  const chooser = page.waitForEvent('filechooser')
  await page.locator('[data-import-file] button').first().click()
  await (await chooser).setFiles(writeOldList(folder))
  for (const step of ['columns', 'check', 'run']) {
    if (step !== 'columns') await page.keyboard.press('Alt+ArrowRight')
    await expect(page.locator('[aria-current="step"]')).toContainText(
      { columns: '2', check: '3', run: '4' }[step] ?? '',
    )
    await settle(page)
    await expectAccessible(page, `import: ${step}`)
  }
}

/** The list of what was found, and two cards side by side. The sample data know the company already. */
async function walkThroughDuplicates(page: Page): Promise<void> {
  await goTo(page, '#/duplicates')
  await settle(page)
  await expectAccessible(page, 'duplicates: before')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-compare]').first()).toBeFocused()
  await expectAccessible(page, 'duplicates: found')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio').first()).toBeVisible()
  await settle(page)
  await expectAccessible(page, 'duplicates: compared')
}

async function walkThroughFields(page: Page, language: (typeof languages)[number]): Promise<void> {
  const { field, addField, useTemplate } = words[language]
  await goTo(page, '#/settings/fields')
  await page.getByRole('button', { name: field, exact: true }).click()
  await settle(page)
  await expectAccessible(page, 'fields: one opened')
  for (const name of [addField, useTemplate]) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await settle(page)
    await expectAccessible(page, `fields: ${name}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
}

async function walkThroughHistoryAndTrash(page: Page, id: number, language: (typeof languages)[number]): Promise<void> {
  const { more, history, purge } = words[language]
  await goTo(page, `#/customers/${id}`)
  await page.getByRole('button', { name: more, exact: true }).click()
  await page.getByRole('menuitem', { name: history }).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await settle(page)
  await expectAccessible(page, 'history of a card')
  await page.keyboard.press('Escape')

  await goTo(page, '#/trash')
  await settle(page)
  await expectAccessible(page, 'trash: empty')
  await rpc(page, 'customers/remove', { selection: { ids: [id] } })
  await page.getByRole('row').nth(1).getByRole('checkbox').check()
  await settle(page)
  await expectAccessible(page, 'trash: ticked')
  await page.getByRole('button', { name: purge }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await settle(page)
  await expectAccessible(page, 'trash: asking')
  await page.keyboard.press('Escape')
}

async function walkThroughFiles(page: Page, id: number): Promise<void> {
  await goTo(page, `#/customers/${id}`)
  await settle(page)
  const files = page.locator('[data-field^="attachment-"]')
  await giveFile(page, 'drop', { name: '合同.pdf', bytes: Buffer.from('%PDF-1.7') })
  await expect(files).toHaveCount(1)
  await giveFile(page, 'drop', { name: '门头.png', bytes: png(320, 200) })
  await expect(files).toHaveCount(2)
  for (const [name, key] of [
    ['picture', 'Enter'],
    ['file', 'e'],
  ] as const) {
    await files.first().press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await settle(page)
    await expectAccessible(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await settle(page)
  await expectAccessible(page, 'card with files')
  await goTo(page, '#/settings')
  await settle(page)
  await expectAccessible(page, 'settings with files')
}

/** Until nothing moves or is being read any more, as axe looks at one moment. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  await page.waitForTimeout(400)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect.soft(found, where).toEqual([])
}
