import { connect } from 'node:net'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, it } from 'vitest'
import type { contract } from '#contract/contract.ts'
import { openWebHost } from '../support/web-host.ts'

const list = '/rpc/settings/start'

it('speaks the contract to whoever traded in a launch code', async () => {
  await using web = await openWebHost()
  const headers = await web.signIn()
  const link = new RPCLink({ url: `${web.server.address}rpc`, headers })
  const client: ContractRouterClient<typeof contract> = createORPCClient(link)
  expect(await client.settings.start()).toMatchObject({ isSetUp: false })
})

it('tells other windows of every change, over the same line', async () => {
  await using web = await openWebHost()
  const link = new RPCLink({ url: `${web.server.address}rpc`, headers: await web.signIn() })
  const client: ContractRouterClient<typeof contract> = createORPCClient(link)
  const changes = await client.changes.watch()
  const first = changes.next()
  await client.settings.setUp({
    language: 'zh-CN',
    businessName: '店',
    staffName: '王',
    trade: 'general',
    withSampleData: false,
  })
  expect((await first).done).toBe(false)
  await changes.return?.(undefined)
})

it.each([
  ['without a token', {}, 401],
  ['with a token that was never given out', { authorization: 'Bearer AAAA' }, 401],
  ['for another host name', { host: 'evil.test' }, 421],
  ['for localhost', { host: 'localhost' }, 421],
  ['for this machine without the port', { host: '127.0.0.1' }, 421],
  ['from a foreign page', { origin: 'http://evil.test' }, 403],
  ['from a page without an origin', { origin: 'null' }, 403],
  ['from a page of another port', { 'sec-fetch-site': 'same-site' }, 403],
])('answers a request %s with no data', async (_, headers: Record<string, string>, status) => {
  await using web = await openWebHost()
  const answer = await web.postJson(list, {}, headers)
  expect(answer.status).toBe(status)
  expect(answer.body).not.toContain('isSetUp')
})

it('refuses a stranger even with a token: the page of another site cannot borrow it', async () => {
  await using web = await openWebHost()
  const token = await web.signIn()
  expect((await web.postJson(list, {}, { ...token, origin: 'http://evil.test' })).status).toBe(403)
  expect((await web.postJson(list, {}, { ...token, host: 'evil.test' })).status).toBe(421)
  expect((await web.postJson(list, {}, token)).status).toBe(200)
})

it('changes nothing by GET, by form or by any other method', async () => {
  await using web = await openWebHost()
  const token = await web.signIn()
  const setUp = '/rpc/settings/setUp'
  const body = '{"json":{"language":"en","businessName":"x","staffName":"x","trade":"general","withSampleData":false}}'
  const length = String(body.length)

  expect((await web.send('GET', `${setUp}?data=${encodeURIComponent(body)}`, token)).status).toBe(404)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    expect(
      (await web.send('POST', setUp, { ...token, 'content-type': type, 'content-length': length }, body)).status,
    ).toBe(415)
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    const { status, headers } = await web.send(method, setUp, { ...token, origin: `http://${web.host}` })
    expect([method, status]).toEqual([method, 405])
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
  expect((await web.postJson(list, {}, token)).body).toContain('"isSetUp":false')
})

it('trades a launch code once, and not after a minute', async () => {
  let now = 1_000_000
  await using web = await openWebHost({ now: () => now })
  const code = web.launchCode()
  expect((await web.postJson('/session', { code })).status).toBe(200)
  expect((await web.postJson('/session', { code })).status).toBe(401)

  const late = web.launchCode()
  now += 60_001
  expect((await web.postJson('/session', { code: late })).status).toBe(401)
  for (const body of [{}, { code: 1 }, { code: '' }, [], null, 'x'])
    expect((await web.postJson('/session', body)).status).toBe(401)
})

it('gives a window that is in a code for another window', async () => {
  await using web = await openWebHost()
  expect((await web.postJson('/session/code', {})).status).toBe(401)
  const { body } = await web.postJson('/session/code', {}, await web.signIn())
  expect((await web.postJson('/session', JSON.parse(body))).status).toBe(200)
})

it('serves the page from a fixed list', async () => {
  await using web = await openWebHost()
  expect((await web.send('GET', '/')).body).toContain('<title>熟客</title>')
  expect((await web.send('GET', '/assets/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  for (const path of ['/assets/', '/assets', '/package.json', '/assets/page.js.map', '/__proto__', '/etc/passwd']) {
    expect([path, (await web.send('GET', path)).status]).toEqual([path, 404])
  }
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fx', '/a%5cb', '/a%00', '//etc/passwd']) {
    expect([path, (await web.send('GET', path)).status]).toEqual([path, 400])
  }
})

it('says the policy with every answer, and sets no cookie', async () => {
  await using web = await openWebHost()
  const answers = [
    await web.send('GET', '/'),
    await web.send('GET', '/missing'),
    await web.postJson(list, {}),
    await web.postJson(list, {}, await web.signIn()),
    await web.postJson(list, {}, { host: 'evil.test' }),
  ]
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    })
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
    )
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

it('tells nothing of its insides when a request is nonsense', async () => {
  await using web = await openWebHost()
  const token = await web.signIn()
  const length = { 'content-type': 'application/json', 'content-length': '1' }
  const answers = [
    await web.send('POST', list, { ...token, ...length }, '{'),
    await web.postJson('/rpc/no/such', {}, token),
    await web.postJson('/rpc/__proto__/constructor', {}, token),
    await web.postJson('/rpc/customers/card', { json: { id: 'x' } }, token),
  ]
  for (const { status, body } of answers) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toMatch(/\bat .+:\d+|node_modules|\.ts\b|SQLITE/)
  }
})

it('keeps to its limits', async () => {
  await using web = await openWebHost()
  const token = await web.signIn()
  expect((await web.postJson(list, { json: 'x'.repeat(1024 * 1024) }, token)).status).toBe(413)
  expect(
    (
      await web.send(
        'POST',
        list,
        { ...token, 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
        '{}',
      )
    ).status,
  ).toBe(411)
  expect((await web.send('GET', '/', { 'x-long': 'x'.repeat(17_000) })).status).toBe(431)
})

it('takes no socket upgrade', async () => {
  await using web = await openWebHost()
  const answer = await new Promise((settle) => {
    const socket = connect(web.port, '127.0.0.1', () =>
      socket.write(`GET / HTTP/1.1\r\nHost: ${web.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
    )
    let text = ''
    socket.on('data', (chunk) => void (text += chunk)).on('close', () => settle(text))
  })
  expect(answer).toBe('')
})

it('listens on this machine alone', async () => {
  await using web = await openWebHost()
  const reached = await new Promise((settle) => {
    const socket = connect(web.port, '::1', () => settle(true)).on('error', () => settle(false))
    socket.on('connect', () => socket.destroy())
  })
  expect(reached).toBe(false)
})

it('stops when somebody guesses', async () => {
  await using web = await openWebHost()
  const guesses = Array.from({ length: 20 }, (_, i) => web.postJson(list, {}, { authorization: `Bearer guess-${i}` }))
  await Promise.allSettled(guesses)
  expect(await web.server.stopped).toBe('attack')
  await expect(web.send('GET', '/')).rejects.toThrow()
})
