import { expect, it, vi } from 'vitest'
import { fakeElectron } from '../support/fake-electron.ts'

vi.doMock('electron', () => fakeElectron().module)
const { answerPage } = await import('../../electron/page-protocol.ts')

const files = new Map<string, string | Uint8Array<ArrayBuffer>>([
  ['/index.html', '<script nonce="{{nonce}}" src="/assets/a.js"></script><meta nonce="{{nonce}}">'],
  ['/assets/a.js', Buffer.from('1')],
  ['/assets/字.css', Buffer.from('')],
])
const get = (url: string, method = 'GET') => answerPage(files, { url, method })

it('serves the page, with a nonce of its own each time', async () => {
  const [first, second] = [get('app://shuke/'), get('app://shuke/index.html')]
  const nonce = first.headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1]
  const page = await first.text()

  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.split(`nonce="${nonce}"`)).toHaveLength(3)
  expect(page).not.toContain('{{nonce}}')
  expect(await second.text()).not.toBe(page)
})

it('says the policy with every answer', () => {
  for (const url of ['app://shuke/', 'app://shuke/assets/a.js', 'app://shuke/missing', 'app://evil/']) {
    const { headers } = get(url)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

it.each([
  'app://shuke/../../etc/passwd',
  'app://shuke/%2e%2e/%2e%2e/etc/passwd',
  'app://shuke/..%2f..%2fetc/passwd',
  'app://shuke/..%5c..%5cwindows',
  'app://shuke/assets',
  'app://shuke/assets/',
  'app://shuke//etc/passwd',
  'app://shuke/index.html%00.js',
  'app://shuke/C:/Windows/win.ini',
  'app://shuke/__proto__',
  'app://shuke/constructor',
  'app://evil/index.html',
  'app://shuke.evil/index.html',
  'app://x@shuke/index.html',
  'app://shuke:1/index.html',
  'file:///etc/passwd',
  'nonsense',
])('has nothing at %s', (url) => {
  expect(get(url).status).toBe(404)
})

it('has nothing at an endless path', () => {
  expect(get(`app://shuke/${'a'.repeat(100_000)}`).status).toBe(404)
})

it('has nothing for any other method', () => {
  for (const method of ['POST', 'PUT', 'HEAD', 'DELETE']) expect(get('app://shuke/', method).status).toBe(404)
})
