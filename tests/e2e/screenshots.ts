import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { bundleIfStale } from '../../build/bundle.ts'
import { chromiumPath } from '../../build/chromium.ts'
import { giveFile } from './support/give-file.ts'
import { startHost } from './support/host.ts'
import { writeOldList } from './support/old-list.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { rpc } from './support/rpc.ts'
import { storefront } from './support/storefront.ts'

const folder = join(import.meta.dirname, '../../docs/screenshots')
const clock = '2026-03-02T09:40'
const languages = ['zh-CN', 'en'] as const
const note = '陈总说门封换好了，洗碗机等三月底看样机'
const themes = ['light', 'dark'] as const
const importWords = {
  'zh-CN': { pick: '选文件', check: '下一步：检查' },
  en: { pick: 'Choose a file', check: 'Next: check' },
}

const fileNames = {
  'zh-CN': ['门头照片.png', '采购合同（双方盖章）.pdf', '三家门店报价 2026-02.xlsx'],
  en: ['Shop front.png', 'Contract, signed.pdf', 'Quote for three shops 2026-02.xlsx'],
} as const

interface View {
  readonly language: (typeof languages)[number]
  readonly theme: (typeof themes)[number]
}

await bundleIfStale()
await mkdir(folder, { recursive: true })
const executablePath = chromiumPath()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--font-render-hinting=none'],
})
for (const language of languages) await picturesIn(browser, language)
await browser.close()

/** All pages of one language on sample data, on a clock that stands still, so that the pictures change only with the app. */
async function picturesIn(browser: Browser, language: View['language']): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'shuke-screenshots-'))
  await using host = await startHost({ dataFolder, clock })
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: language,
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(new Date(`${clock}:00+08:00`))
  await page.goto(host.address)
  await page.locator('h1').waitFor()
  await shoot(page, 'first-run', { language, theme: 'light' })

  await setUp(page, { language, withSampleData: true })
  const id = await busiestCustomer(page)
  await keepFiles(page, id, language)
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    // Drops what the pictures before have typed.
    await page.reload()
    await settle(page)
    for (const picture of pictures(id).filter(({ isMain }) => isMain || theme === 'light')) {
      await goTo(page, picture.address)
      await settle(page)
      for (const action of picture.actions ?? []) await act(page, action)
      await shoot(page, picture.name, { language, theme })
      // The second answers the question whether to throw away what was typed.
      if (picture.actions) for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await picturesOfImport(page, language, dataFolder)
  await picturesOfDuplicates(page, language)
  await picturesOfTrash(page, language)
  await context.close()
  await rm(dataFolder, { recursive: true, force: true })
}

/** The wizard behind its first step, on a list as one finds them. */
async function picturesOfImport(page: Page, language: View['language'], folder: string): Promise<void> {
  const words = importWords[language]
  await goTo(page, '#/import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: words.pick }).click()
  await (await chooser).setFiles(writeOldList(folder))
  await page.getByRole('button', { name: words.check }).waitFor()
  await settle(page)
  await shoot(page, 'import-columns', { language, theme: 'light' })
  await page.getByRole('button', { name: words.check }).click()
  await page.getByRole('table').first().waitFor()
  await settle(page)
  await shoot(page, 'import-check', { language, theme: 'light' })
}

/** A customer whom somebody has written down once more, by another name and with the same WeChat name. */
async function picturesOfDuplicates(page: Page, language: View['language']): Promise<void> {
  for (const [name, grade, needs] of [
    ['和顺饭店', 'B', '想换两台蒸柜，等装修完'],
    ['和顺大饭店', 'A', '蒸柜要带自动补水'],
  ] as const) {
    await newCustomer(page, {
      kind: 'company',
      name,
      phones: ['0571 8888 6021'],
      values: { grade, needs, wechat: 'heshun_fd', region: '拱墅区' },
    })
  }
  await goTo(page, '#/duplicates')
  await settle(page)
  await page.keyboard.press('Enter')
  await page.locator('[data-compare]').first().waitFor()
  await settle(page)
  await shoot(page, 'duplicates', { language, theme: 'light' })
  await page.keyboard.press('Enter')
  await page.getByRole('radio').first().waitFor()
  await settle(page)
  await shoot(page, 'merge', { language, theme: 'light' })
}

/** Some that were deleted, one of them ticked; and what was done to a card. */
async function picturesOfTrash(page: Page, language: View['language']): Promise<void> {
  const { rows } = await rpc<{ rows: { id: number }[] }>(page, 'customers/list', {
    query: { text: '', filters: [], sort: [{ field: 'lastContact', direction: 'asc' }] },
    columns: [],
    offset: 0,
    limit: 4,
  })
  for (const { id } of rows) await rpc(page, 'customers/remove', { selection: { ids: [id] } })
  await goTo(page, '#/trash')
  await page.getByRole('row').nth(2).getByRole('checkbox').check()
  await settle(page)
  await shoot(page, 'trash', { language, theme: 'light' })
}

type Action = { readonly press: string } | { readonly type: string } | { readonly reveal: string }

interface Picture {
  readonly name: string
  readonly address: string
  readonly actions?: readonly Action[]
  /** Taken in the dark as well. */
  readonly isMain?: boolean
}

function pictures(id: number): readonly Picture[] {
  return [
    { name: 'today', address: '#/today', isMain: true },
    { name: 'customers', address: '#/customers', isMain: true },
    { name: 'card', address: `#/customers/${id}`, isMain: true },
    { name: 'files', address: `#/customers/${id}`, actions: [{ reveal: '[data-field^="attachment-"]' }] },
    { name: 'visit', address: `#/customers/${id}`, actions: [{ press: 'l' }, { type: note }, { press: 'Tab' }] },
    { name: 'search', address: '#/customers', actions: [{ press: 'Control+k' }, { type: 'zhangw' }], isMain: true },
    { name: 'new-customer', address: '#/customers', actions: [{ press: 'Alt+n' }] },
    { name: 'export', address: '#/customers', actions: [{ press: 'Control+e' }] },
    { name: 'import', address: '#/import' },
    { name: 'print', address: `#/print/${id}` },
    { name: 'history', address: '#/history' },
    { name: 'settings', address: '#/settings' },
    { name: 'fields', address: '#/settings/fields', isMain: true },
    { name: 'lists', address: '#/settings/lists' },
    { name: 'numbers', address: '#/settings/numbers' },
    { name: 'staff', address: '#/settings/staff' },
    { name: 'checks', address: '#/settings/checks' },
    { name: 'shortcuts', address: '#/settings', actions: [{ press: 'F1' }] },
  ]
}

/** A photo and papers, as they gather on a card. */
async function keepFiles(page: Page, id: number, language: View['language']): Promise<void> {
  await goTo(page, `#/customers/${id}`)
  await settle(page)
  const [photo, contract, sheet] = fileNames[language]
  const files = [
    { name: contract, bytes: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(284_000)]) },
    { name: sheet, bytes: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(31_000)]) },
    { name: photo, bytes: await storefront(page) },
  ]
  for (const [place, file] of files.entries()) {
    await giveFile(page, 'drop', file)
    await page.locator('[data-field^="attachment-"]').nth(place).waitFor()
  }
}

/** One that has much to show: due soon, with a grade. */
async function busiestCustomer(page: Page): Promise<number> {
  const { rows } = await rpc<{ rows: { id: number }[] }>(page, 'customers/list', {
    query: {
      text: '',
      filters: [
        { field: 'grade', operator: 'is', value: 'A' },
        { field: 'kind', operator: 'is', value: 'company' },
      ],
      sort: [{ field: 'nextContact', direction: 'asc' }],
    },
    columns: [],
    offset: 0,
    limit: 1,
  })
  return rows[0]?.id ?? 1
}

async function act(page: Page, action: Action): Promise<void> {
  if ('reveal' in action) await page.locator(action.reveal).last().scrollIntoViewIfNeeded()
  else if ('press' in action) await page.keyboard.press(action.press)
  else await page.keyboard.type(action.type)
  await settle(page)
}

/** Until nothing is being read and nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(800)
  if (page.url().endsWith('#/customers'))
    await page
      .getByRole('gridcell', { name: /\p{Script=Han}/u })
      .first()
      .waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(400)
}

async function shoot(page: Page, name: string, { language, theme }: View): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`), animations: 'disabled' })
}
