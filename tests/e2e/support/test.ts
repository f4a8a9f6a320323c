import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type Host, startHost } from './host.ts'

interface Fixtures {
  /** What the browser will complain about because the test is about it: an answer that refuses, for one. */
  readonly expected: RegExp | null
  /** A folder that is gone when the test ends. */
  readonly folder: string
  /** Opens the app in a window; a second call stops the first host, so that one folder can be opened on another day. */
  readonly open: (options?: { clock?: string; dataFolder?: string }) => Promise<void>
}

/** A test that drives the built app, and fails on anything the browser complains about. */
export const test = base.extend<Fixtures>({
  expected: [null, { option: true }],

  // Playwright reads the names of the fixtures used from the pattern, so an empty one must stand here.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'shuke-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },

  open: async ({ page, folder, expected }, use) => {
    let host: Host | null = null
    const complaints = await watch(page)

    await use(async ({ clock = '2026-03-02T09:00', dataFolder = join(folder, 'data') } = {}) => {
      await page.goto('about:blank')
      await host?.[Symbol.asyncDispose]()
      host = await startHost({ dataFolder, clock })
      await page.clock.setFixedTime(new Date(`${clock}:00+08:00`))
      await page.goto(host.address)
      await expect(page.getByRole('main')).toBeVisible()
    })

    await page.goto('about:blank')
    await (host as Host | null)?.[Symbol.asyncDispose]()
    expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([])
  },
})

/** Everything on the console that is an error or a warning, and every breach of the content security policy. */
async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  // Listening from the start, since the first listener takes a moment to reach the browser.
  page.on('filechooser', () => {})
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.exposeFunction('complain', (complaint: string) => void complaints.push(complaint))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { complain } = window as unknown as { complain: (text: string) => void }
      complain(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  return complaints
}
