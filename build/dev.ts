import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer } from 'vite'
import { rendererConfig, root } from './vite.ts'

// The browser host from source, started again at every edit, with Vite in front of it for the page.
const origin = 'http://127.0.0.1:4180'
const routes = ['/rpc', '/session', '/upload', '/download']
const proxy = Object.fromEntries(
  routes.map((route) => [route, { target: origin, changeOrigin: true, headers: { origin } }]),
)

const server = await createServer({ ...rendererConfig, html: {}, server: { host: '127.0.0.1', proxy } })
await server.listen()
const page = server.resolvedUrls?.local[0]

const host = spawn(
  process.execPath,
  [
    '--watch',
    '--watch-preserve-output',
    join(root, 'hosts/web.ts'),
    '--no-open',
    '--port',
    '4180',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] },
)
createInterface({ input: host.stdout }).on('line', (line) =>
  process.stdout.write(`${line.replace(`${origin}/`, page ?? '')}\n`),
)
host.on('exit', () => server.close())
