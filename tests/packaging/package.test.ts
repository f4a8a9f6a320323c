import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { extractAll, listPackage } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleIfStale } from '../../build/bundle.ts'
import { fuses, packaging } from '../../build/electron-builder.ts'
import { root } from '../support/sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'shuke-package-'))
const resources = join(folder, 'out/linux-unpacked/resources')
const archive = join(resources, 'app.asar')
const driver = `node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-${process.arch}.node`

beforeAll(async () => {
  await bundleIfStale()
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...packaging,
      electronDist: standIn(),
      directories: { ...packaging.directories, output: join(folder, 'out') },
    },
  })
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The shape of an unpacked Electron, with the factory's fuse wire in its binary: all that packaging looks at. */
function standIn(): string {
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'locales'), { recursive: true })
  mkdirSync(join(electron, 'resources'))
  writeFileSync(join(electron, 'electron'), 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011')
  chmodSync(join(electron, 'electron'), 0o755)
  for (const name of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(electron, `locales/${name}.pak`), '')
  for (const name of ['LICENSE', 'version', 'chrome-sandbox']) writeFileSync(join(electron, name), '')
  return electron
}

it('seals what the program needs, and nothing else', () => {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  const unexpected = files.filter(
    (file) =>
      !/^\/(package\.json$|dist(\/(node|renderer)(\/|$)|$)|node_modules(\/better-sqlite3-multiple-ciphers(\/|$)|$))/.test(
        file,
      ),
  )

  expect(unexpected).toEqual([])
  expect(files).toEqual(
    expect.arrayContaining([
      '/dist/node/main.js',
      '/dist/node/preload.cjs',
      '/dist/node/utility-process.js',
      '/dist/node/web.js',
      '/dist/node/icon.png',
      '/dist/renderer/index.html',
      `/${driver}`,
    ]),
  )
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([`/${driver}`])
  expect(files.filter((file) => /\.(map|ts|c|h|cpp|gyp)$/.test(file))).toEqual([])
})

it('leaves the native driver where the system can load it, and only that', () => {
  expect(existsSync(join(resources, 'app.asar.unpacked', driver))).toBe(true)
  expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3-multiple-ciphers/lib'))).toBe(false)
})

it('keeps two languages of Electron', () => {
  const locales = ['zh-CN', 'en-US', 'fr'].filter((name) => existsSync(join(resources, `../locales/${name}.pak`)))
  expect(locales).toEqual(['zh-CN', 'en-US'])
})

it('burns in every fuse as decided', async () => {
  const wire = await getCurrentFuseWire(join(resources, '../shuke'))
  const on = '1'.charCodeAt(0)
  for (const [index, isOn] of Object.entries(fuses)) {
    if (/^\d$/.test(index)) expect([index, wire[index as '0'] === on]).toEqual([index, isOn])
  }
})

it('starts its core from the archive and answers', async () => {
  const app = join(folder, 'app')
  extractAll(archive, app)
  const host = spawn(process.execPath, [join(app, 'dist/node/web.js'), '--no-open', '--data', join(folder, 'data')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const launch = new URL(await addressIn(host.stdout))
    const page = await fetch(launch.origin)
    expect(await page.text()).toContain('<div id="root">')

    const { token } = await post(`${launch.origin}/session`, { code: launch.hash.slice('#c='.length) })
    const answer = await post(`${launch.origin}/rpc/settings/start`, {}, { authorization: `Bearer ${token}` })
    expect(answer).toMatchObject({ json: { isSetUp: false } })
  } finally {
    host.kill()
  }
})

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return response.json()
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = line.match(/http:\/\/\S+/)?.[0]
    if (address) return address
  }
  throw new Error('The host did not start')
}
