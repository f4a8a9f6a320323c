import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { chromiumPath } from '../../build/chromium.ts'
import { writeLaunchFile } from '../../hosts/open-browser.ts'
import { openWebHost } from '../support/web-host.ts'

const executablePath = chromiumPath()
const test = it.skipIf(executablePath === undefined)
const setUp =
  '{"json":{"language":"en","businessName":"stolen","staffName":"x","trade":"general","withSampleData":false}}'

let browser: Browser
let web: Awaited<ReturnType<typeof openWebHost>>
let evil: Server
let evilPort = 0

beforeAll(async () => {
  if (executablePath === undefined) return
  web = await openWebHost()
  evil = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<title>evil</title>'),
  )
  evil.listen(0, '127.0.0.1')
  await new Promise((settle) => evil.once('listening', settle))
  evilPort = (evil.address() as AddressInfo).port
  // evil.test is this machine: what a rebound name looks like to the browser.
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  })
})

afterAll(async () => {
  await browser?.close()
  evil?.close()
  await web?.[Symbol.asyncDispose]()
})

async function open(address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(address)
  return page
}

async function isUntouched(): Promise<boolean> {
  const { body } = await web.postJson('/rpc/settings/start', {}, await web.signIn())
  return body.includes('"isSetUp":false')
}

test('a rebound name gets nothing', async () => {
  const page = await browser.newPage()
  const answer = await page.goto(`http://evil.test:${web.port}/`)
  expect(answer?.status()).toBe(421)
  const stolen = await page.evaluate(
    async () => (await fetch('/rpc/settings/start', { method: 'POST', body: '{}' })).status,
  )
  expect(stolen).toBe(421)
  await page.close()
})

test.each(['evil.test', '127.0.0.1'])('a page of %s on another port writes and reads nothing', async (host) => {
  const page = await open(`http://${host}:${evilPort}/`)
  const target = `${web.server.address}rpc/settings/setUp`
  const statuses: number[] = []
  page.on('response', (response) => {
    if (response.url().startsWith(web.server.address)) statuses.push(response.status())
  })

  const read = await page.evaluate(
    async ([target, body]) => {
      const attempts: RequestInit[] = [
        { method: 'POST', mode: 'no-cors', body },
        { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body },
        { method: 'POST', headers: { 'content-type': 'application/json' }, body },
        { method: 'POST', credentials: 'include', headers: { authorization: 'Bearer x' }, body },
      ]
      const texts: string[] = []
      for (const attempt of attempts) {
        const text = await fetch(target, attempt).then(
          (answer) => answer.text(),
          () => '',
        )
        texts.push(text)
      }
      return texts.join('')
    },
    [target, setUp] as const,
  )
  await page.setContent(`<form method="post" enctype="text/plain" action="${target}"><input name='${setUp}'></form>`)
  await Promise.all([page.waitForURL(target), page.evaluate(() => document.forms[0]?.submit())])

  expect(read).toBe('')
  expect(statuses.every((status) => status === 403 || status === 405)).toBe(true)
  expect(statuses).toContain(403)
  expect(await isUntouched()).toBe(true)
  await page.close()
})

test('frames, pictures and scripts of the host load nowhere else', async () => {
  const page = await open(`http://evil.test:${evilPort}/`)
  const address = web.server.address
  const loaded = await page.evaluate(async (address) => {
    const load = (tag: 'img' | 'script' | 'iframe', src: string) =>
      new Promise<string>((settle) => {
        const element = document.createElement(tag)
        element.addEventListener('load', () => settle(`${tag} loaded`))
        element.addEventListener('error', () => settle(`${tag} failed`))
        element.src = src
        document.body.append(element)
      })
    return [
      await load('img', `${address}assets/page.js`),
      await load('script', `${address}assets/page.js`),
      await load('iframe', address),
    ]
  }, address)

  expect(loaded.slice(0, 2)).toEqual(['img failed', 'script failed'])
  expect(await page.title()).toBe('evil')
  const framed = page.frames().find((frame) => frame !== page.mainFrame())
  expect(await framed?.evaluate(() => document.title)).not.toBe('熟客')
  await page.close()
})

test('the launch file opens the page with its code, for this user only', async () => {
  const address = web.server.launchAddress()
  const file = writeLaunchFile(address)
  onTestFinished(() => rmSync(dirname(file), { recursive: true, force: true }))
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)

  const page = await open(pathToFileURL(file).href)
  await page.waitForURL(address)
  const trade = () =>
    page.evaluate(async () => {
      const code = location.hash.slice('#c='.length)
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/session', { method: 'POST', headers, body: JSON.stringify({ code }) })).status
    })
  expect(await trade()).toBe(200)
  expect(await trade()).toBe(401)
  await page.close()
})

test('the page runs its own scripts and nobody else’s', async () => {
  const page = await open(web.server.address)
  await expect.poll(() => page.title()).toBe('page ran')
  const ran = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const attempts: (() => unknown)[] = [
      () =>
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'document.title = "inline"' }),
        ),
      () => document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:1/x.png' })),
      () => (document.body.innerHTML = '<b>sink</b>'),
      () => fetch('http://127.0.0.1:1/').catch(() => undefined),
      () => {
        const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1:1/' })
        document.body.append(form)
        form.submit()
      },
    ]
    for (const attempt of attempts) {
      try {
        await attempt()
      } catch {
        // The policy throws where it can.
      }
    }
    await new Promise((settle) => setTimeout(settle, 100))
    return { title: document.title, violations: [...new Set(violations)].toSorted() }
  })
  expect(ran.title).toBe('page ran')
  expect(ran.violations).toEqual(
    expect.arrayContaining(['connect-src', 'form-action', 'img-src', 'require-trusted-types-for']),
  )
  await page.close()
})
