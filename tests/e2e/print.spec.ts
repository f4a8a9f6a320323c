import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { longNote } from './support/long-note.ts'
import { goTo, newCustomer, setUp } from './support/records.ts'
import { test } from './support/test.ts'

const note = longNote(10_000)

test('a long note goes on over the page and comes out of the PDF whole', async ({ open, page, folder }) => {
  await open()
  await setUp(page)
  const first = await newCustomer(page, {
    kind: 'company',
    name: '青禾里餐饮管理有限公司',
    phones: ['13857120463'],
    values: {
      grade: 'A',
      region: '余杭区',
      needs: '三家门店统一换节能灶',
      bankAccount: '6222020200112233',
      notes: note,
    },
  })
  const second = await newCustomer(page, { kind: 'person', name: '单志远', phones: ['18658113047'], values: {} })

  await goTo(page, `#/print/${first},${second}`)
  const sheets = page.getByRole('article')
  await expect(sheets.last()).toHaveAccessibleName(/单志远/)
  expect(await overflowing(page)).toEqual([])

  const pdf = join(folder, 'cards.pdf')
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }))
  const printed = pagesOf(pdf)
  expect(printed).toHaveLength(await sheets.count())
  expect(printed.length).toBeGreaterThan(4)
  expect(sizeOf(pdf)).toContain('A4')

  const [opening = '', ...continued] = printed.slice(0, -1)
  expect(opening).toMatch(
    /客户资料卡.*青禾里餐饮管理有限公司.*客户名称.*购买决策人.*客户等级.*A重点客户.*地址、电话.*13857120463.*备注/,
  )
  for (const text of continued) expect(text).toMatch(/^K\d+青禾里餐饮管理有限公司接上页/)
  expect(printed.at(-1)).toMatch(/^客户资料卡.*单志远.*18658113047.*这次记.*第1页,共1页$/)
  expect(printed.join('')).not.toContain('6222020200112233')
  // Compared first by its numbers: ten thousand characters make a message nobody can read.
  expect(noteIn(printed).match(/〔\d+〕/g)).toEqual(note.match(/〔\d+〕/g))
  expect(noteIn(printed) === bare(note)).toBe(true)
})

test('sensitive fields are printed only when they are ticked', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await newCustomer(page, {
    kind: 'company',
    name: '瑞林月子中心',
    phones: [],
    values: { bankAccount: '6222020200112233' },
  })
  await goTo(page, `#/print/${id}`)
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText('瑞林月子中心')
  await expect(sheet).not.toContainText('6222020200112233')
  await page.getByLabel('连敏感资料一起打印').check()
  await expect(sheet).toContainText('6222020200112233')
})

test('a page of the sheet holds all that is on it, whatever stands in the fields', async ({ open, page }) => {
  await open()
  await setUp(page)
  const id = await newCustomer(page, {
    kind: 'person',
    name: '很长的名字'.repeat(40),
    phones: Array.from({ length: 20 }, (_, index) => `1385712${1000 + index}`),
    values: {
      region: 'https://example.com/'.repeat(10),
      needs: `${'一行字。\n'.repeat(300)}`,
      plans: 'x'.repeat(3000),
      preferences: '偏好、'.repeat(60),
      notes: '<script>alert(1)</script>\n\n=1+1\n'.repeat(50),
    },
  })
  await goTo(page, `#/print/${id}`)
  await expect(page.getByRole('article').first()).toContainText('很长的名字')
  await expect(page.getByRole('article').last()).toContainText('这次记')
  expect(await overflowing(page)).toEqual([])
})

test('hundreds of cards are laid out in one go', async ({ open, page }) => {
  test.slow()
  await open()
  await setUp(page)
  const names = Array.from({ length: 520 }, (_, index) => `客户${index}`)
  const ids = await Promise.all(
    names.map((name) => newCustomer(page, { kind: 'person', name, phones: [], values: {} })),
  )
  await goTo(page, `#/print/${ids.join(',')}`)
  await expect(page.getByText('520 位客户，共 520 页').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('article').last()).toHaveAccessibleName('客户519，第 1 页，共 1 页')
})

/** Pages whose content runs into the foot, or past the edge of the paper. */
function overflowing(page: Page): Promise<string[]> {
  return page.getByRole('article').evaluateAll((sheets) =>
    sheets.flatMap((sheet) => {
      const paper = sheet.getBoundingClientRect()
      const foot = sheet.querySelector('footer')?.getBoundingClientRect().top ?? 0
      const lost = [...sheet.querySelectorAll('[data-flow] *')].filter((element) => {
        const { bottom, right, left } = element.getBoundingClientRect()
        return bottom > foot || right > paper.right - 20 || left < paper.left + 20
      })
      return lost.length === 0 ? [] : [`${sheet.getAttribute('aria-label')}: ${lost[0]?.textContent?.slice(0, 40)}`]
    }),
  )
}

/** The text of each page, without spaces and line breaks, which a PDF does not keep. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })
  return text.split('\f').slice(0, -1).map(bare)
}

/** The note put together from its pages, by the numbers of its sentences where its beginning and end are known. */
function noteIn(pages: readonly string[]): string {
  const text = pages
    .slice(0, -1)
    .map((page) => page.replace(/^K\d+青禾里餐饮管理有限公司接上页/, '').replace(/和顺厨房设备行.*$/, ''))
    .join('')
  const begin = text.indexOf('〔1〕')
  return text.slice(begin, begin + bare(note).length)
}

function bare(text: string): string {
  return text.replace(/\s/g, '').normalize('NFKC')
}

function sizeOf(pdf: string): string {
  return execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
}
