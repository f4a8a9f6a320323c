import { expect, it } from 'vitest'
import { refusal } from '../../hosts/request-guard.ts'

const here = '127.0.0.1:4100'

function statusOf({ method = 'POST', url = '/rpc/customers/list', ...headers }: Record<string, string>) {
  return refusal({ method, url, headers: { host: here, ...headers } }, here)
}

it.each([
  ['another host name', { host: 'evil.test' }, 421],
  ['the name of this machine', { host: 'localhost:4100' }, 421],
  ['no port', { host: '127.0.0.1' }, 421],
  ['another port', { host: '127.0.0.1:4101' }, 421],
  ['a foreign origin', { origin: 'http://evil.test' }, 403],
  ['no origin to speak of', { origin: 'null' }, 403],
  ['another port of this machine', { origin: 'http://127.0.0.1:4101' }, 403],
  ['a page of another port', { 'sec-fetch-site': 'same-site' }, 403],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  [
    'a frame of another site',
    {
      method: 'GET',
      url: '/',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    },
    403,
  ],
  [
    'a script of another site',
    {
      method: 'GET',
      url: '/',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    },
    403,
  ],
  [
    'a link of another site to more than the page',
    {
      method: 'GET',
      url: '/assets/a.js',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    },
    403,
  ],
  ['PUT', { method: 'PUT' }, 405],
  ['OPTIONS', { method: 'OPTIONS' }, 405],
  ['a path that climbs', { url: '/../secret' }, 400],
  ['a path that climbs in disguise', { url: '/%2e%2e/secret' }, 400],
  ['an encoded slash', { url: '/a%2Fb' }, 400],
  ['an encoded backslash', { url: '/a%5cb' }, 400],
  ['NUL', { url: '/a%00' }, 400],
  ['a whole address', { url: 'http://evil.test/' }, 400],
])('refuses %s', (_, request: Record<string, string>, status) => {
  expect(statusOf(request)).toBe(status)
})

it.each([
  ['its own page', { origin: `http://${here}`, 'sec-fetch-site': 'same-origin' }],
  ['an address typed in', { method: 'GET', url: '/', 'sec-fetch-site': 'none' }],
  [
    'the launch file',
    {
      method: 'GET',
      url: '/',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    },
  ],
  ['a program of this machine', {}],
])('lets %s in', (_, request: Record<string, string>) => {
  expect(statusOf(request)).toBeUndefined()
})
