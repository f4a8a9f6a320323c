import type { Page } from '@playwright/test'
import { rpc } from './rpc.ts'

/** Answers the first-run questions, for tests that are about something else, and draws the window anew. */
export async function setUp(page: Page, { language = 'zh-CN', withSampleData = false } = {}): Promise<void> {
  await page.waitForFunction(() => sessionStorage.length > 0)
  await rpc(page, 'settings/setUp', {
    language,
    businessName: '和顺厨房设备行',
    staffName: '林晓雨',
    trade: 'general',
    withSampleData,
  })
  await page.reload()
}

interface NewCustomer {
  readonly kind: 'person' | 'company'
  readonly name: string
  readonly phones: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
}

export async function newCustomer(page: Page, { phones, ...customer }: NewCustomer): Promise<number> {
  const { id } = await rpc<{ id: number }>(page, 'customers/create', {
    ...customer,
    phones: phones.map((number) => ({ id: null, label: '', number })),
    contact: null,
  })
  return id
}

/** Opens an address inside the app, as a bookmark would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
}
