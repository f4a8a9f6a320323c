import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { FileToken } from '#contract/files.ts'
import { openWebHost } from '../support/web-host.ts'

type WebHost = Awaited<ReturnType<typeof openWebHost>>

async function upload(web: WebHost, bytes: Buffer, headers: Record<string, string> = {}) {
  const length = String(bytes.length)
  const type = { 'content-type': 'application/octet-stream', 'content-length': length }
  return web.send('POST', '/upload', { ...type, ...(await web.signIn()), ...headers }, bytes)
}

it('takes a file in under a token', async () => {
  await using web = await openWebHost()
  const { status, body } = await upload(web, Buffer.from('姓名\n王芳'), {
    'x-file-name': encodeURIComponent('客户.csv'),
  })
  const handle = JSON.parse(body)
  expect(status).toBe(200)
  expect(handle).toEqual({ token: expect.any(String), name: '客户.csv', size: Buffer.byteLength('姓名\n王芳') })
  expect(readFileSync(web.core.context.files.pathOf(FileToken.parse(handle.token)), 'utf8')).toBe('姓名\n王芳')
})

it.each([
  ['../../etc/passwd', 'passwd'],
  [String.raw`C:\Users\w\客户.xlsx`, '客户.xlsx'],
  ['', 'file'],
])('keeps of the name %j only %j', async (sent, name) => {
  await using web = await openWebHost()
  expect(JSON.parse((await upload(web, Buffer.from('x'), { 'x-file-name': encodeURIComponent(sent) })).body).name).toBe(
    name,
  )
})

it('takes nothing from a stranger, nothing unmeasured and nothing above the limit', async () => {
  await using web = await openWebHost()
  const bytes = Buffer.from('x')
  expect((await upload(web, bytes, { authorization: '' })).status).toBe(401)
  expect((await upload(web, bytes, { origin: 'http://evil.test' })).status).toBe(403)
  expect((await upload(web, bytes, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await upload(web, bytes, { 'content-length': String(200 * 1024 * 1024 + 1) })).status).toBe(413)
  expect((await upload(web, bytes, { 'x-file-name': '%' })).status).toBe(200)
})

it('keeps nothing of an upload that broke off', async () => {
  await using web = await openWebHost()
  const folder = join(dirname(web.core.context.dataFile), 'files-in-transit')
  const headers = {
    host: web.host,
    ...(await web.signIn()),
    'content-type': 'application/octet-stream',
    'content-length': '1000',
  }
  const sent = request({ host: '127.0.0.1', port: web.port, method: 'POST', path: '/upload', headers }).on(
    'error',
    () => {},
  )
  sent.write('half')
  await expect.poll(() => existsSync(folder) && readdirSync(folder).length).toBe(1)
  sent.destroy()
  await expect.poll(() => readdirSync(folder)).toEqual([])
})

it('gives a file out once, by an address that needs no token', async () => {
  let now = 1_000_000
  await using web = await openWebHost({ now: () => now })
  const { token, path, finish } = web.core.context.files.create("导出 (1)'.xlsx")
  writeFileSync(path, '数据')
  finish()
  const signedIn = await web.signIn()
  const link = async () => JSON.parse((await web.postJson('/download', { token }, signedIn)).body).path

  const address = await link()
  const file = await web.send('GET', address)
  expect(file).toMatchObject({ status: 200, body: '数据' })
  expect(file.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''%E5%AF%BC%E5%87%BA%20%281%29%27.xlsx`)
  expect(file.headers['x-content-type-options']).toBe('nosniff')
  expect((await web.send('GET', address)).status).toBe(404)

  const late = await link()
  now += 60_001
  expect((await web.send('GET', late)).status).toBe(404)
})

it('gives out nothing it was not asked to, and nothing to a stranger', async () => {
  await using web = await openWebHost()
  const signedIn = await web.signIn()
  for (const token of ['../../etc/passwd', 'x'.repeat(32), 1, null]) {
    expect((await web.postJson('/download', { token }, signedIn)).status).toBe(404)
  }
  expect((await web.postJson('/download', { token: 'x'.repeat(32) })).status).toBe(401)
  expect((await web.send('GET', '/download/guess')).status).toBe(404)
  expect((await web.send('GET', '/download/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})
