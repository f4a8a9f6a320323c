import { expect, it } from 'vitest'
import { sourcesIn } from './support/sources.ts'
import { breachesOf, type Walls } from './support/walls.ts'

const feature = ['contract', 'renderer/lib', 'renderer/ui']

/**
 * Each folder and the folders it may import from, besides itself. Whatever is not listed is forbidden.
 * It reads downwards: a folder imports only from folders named above it, so no two can lean on each other.
 */
const walls: Walls = {
  contract: [],

  'core/db': ['contract'],
  'core/lib': ['contract', 'core/db'],
  'core/search': ['contract', 'core/db', 'core/lib'],
  'core/completeness': ['contract', 'core/db', 'core/lib'],
  'core/operations': ['contract', 'core/db', 'core/lib', 'core/search', 'core/completeness'],
  'core/fields': ['contract', 'core/db', 'core/lib', 'core/operations'],
  'core/customers': [
    'contract',
    'core/db',
    'core/lib',
    'core/search',
    'core/completeness',
    'core/operations',
    'core/fields',
  ],
  'core/views': ['contract', 'core/db', 'core/lib', 'core/operations', 'core/fields', 'core/customers'],
  'core/attachments': ['contract', 'core/db', 'core/lib', 'core/operations', 'core/customers'],
  'core/trash': ['contract', 'core/db', 'core/lib', 'core/operations', 'core/fields', 'core/attachments'],
  'core/duplicates': [
    'contract',
    'core/db',
    'core/lib',
    'core/search',
    'core/operations',
    'core/fields',
    'core/customers',
  ],
  'core/staff': ['contract', 'core/db', 'core/lib', 'core/operations'],
  'core/follow-ups': ['contract', 'core/db', 'core/lib', 'core/operations', 'core/fields', 'core/customers'],
  'core/visits': [
    'contract',
    'core/db',
    'core/lib',
    'core/operations',
    'core/fields',
    'core/customers',
    'core/follow-ups',
  ],
  'core/sample': ['contract', 'core/db', 'core/lib', 'core/search'],
  'core/settings': [
    'contract',
    'core/db',
    'core/lib',
    'core/operations',
    'core/fields',
    'core/customers',
    'core/views',
    'core/staff',
    'core/sample',
  ],
  'core/sheets': ['contract'],
  'core/export': ['contract', 'core/db', 'core/lib', 'core/fields', 'core/customers', 'core/visits', 'core/sheets'],
  'core/import': [
    'contract',
    'core/db',
    'core/lib',
    'core/search',
    'core/operations',
    'core/fields',
    'core/customers',
    'core/sheets',
    'core/export',
  ],
  core: [
    'contract',
    'core/db',
    'core/lib',
    'core/search',
    'core/completeness',
    'core/operations',
    'core/fields',
    'core/customers',
    'core/views',
    'core/attachments',
    'core/trash',
    'core/duplicates',
    'core/staff',
    'core/visits',
    'core/export',
    'core/import',
    'core/settings',
  ],

  'renderer/locales': [],
  'renderer/styles': [],
  'renderer/lib': ['contract'],
  'renderer/ui': ['contract', 'renderer/lib'],
  'renderer/attachments': feature,
  'renderer/customers': feature,
  'renderer/duplicates': feature,
  'renderer/export': feature,
  'renderer/fields': feature,
  'renderer/first-run': feature,
  'renderer/follow-ups': feature,
  'renderer/history': feature,
  'renderer/import': feature,
  'renderer/print': feature,
  'renderer/search': feature,
  'renderer/settings': feature,
  'renderer/staff': feature,
  'renderer/trash': feature,
  'renderer/visits': feature,
  'renderer/app': [
    ...feature,
    'renderer/styles',
    'renderer/attachments',
    'renderer/customers',
    'renderer/duplicates',
    'renderer/export',
    'renderer/fields',
    'renderer/first-run',
    'renderer/follow-ups',
    'renderer/history',
    'renderer/import',
    'renderer/print',
    'renderer/search',
    'renderer/settings',
    'renderer/staff',
    'renderer/trash',
    'renderer/visits',
  ],
  renderer: ['renderer/lib', 'renderer/styles', 'renderer/app'],

  hosts: ['contract', 'core', 'core/lib', 'renderer/locales', '.'],
  electron: ['contract', 'renderer/locales'],
  build: ['contract'],
}

const sources = sourcesIn('contract', 'core', 'hosts', 'electron', 'renderer', 'build')

it('keeps every import inside the walls', () => {
  expect(breachesOf(walls, sources)).toEqual([])
})

it('lets arrows point one way only', () => {
  const folders = Object.keys(walls)
  const upwards = folders.flatMap((folder, place) =>
    (walls[folder] ?? []).filter((to) => folders.indexOf(to) > place).map((to) => `${folder} stands above ${to}`),
  )
  expect(upwards).toEqual([])
})

it.each([
  ['core/visits/a.ts', "import { b } from '../search/b.ts'", 'core/visits/a.ts must not import core/search/b.ts'],
  ['core/db/a.ts', "import { b } from '#core/customers/b.ts'", 'core/db/a.ts must not import core/customers/b.ts'],
  ['contract/a.ts', "export { b } from '#core/core.ts'", 'contract/a.ts must not import core/core.ts'],
  [
    'renderer/visits/a.tsx',
    "import { B } from '../customers/b.tsx'",
    'renderer/visits/a.tsx must not import renderer/customers/b.tsx',
  ],
  [
    'renderer/ui/a.tsx',
    "const A = lazy(() => import('../app/b.tsx'))",
    'renderer/ui/a.tsx must not import renderer/app/b.tsx',
  ],
  ['electron/a.ts', "import type { Core } from '#core/core.ts'", 'electron/a.ts must not import core/core.ts'],
  ['electron/b.ts', "new URL('../hosts/web.ts', import.meta.url)", 'electron/b.ts must not import hosts/web.ts'],
  ['hosts/a.ts', "import '../renderer/main.tsx'", 'hosts/a.ts must not import renderer/main.tsx'],
  ['core/loyalty/a.ts', '', 'core/loyalty/ is not in the table of walls: say there what it may import'],
])('catches a breach planted in %s', (file, text, message) => {
  expect(breachesOf(walls, new Map([[file, text]]))).toEqual([message])
})

it('asks the page for nothing that lies outside this machine', () => {
  const addresses = [...sourcesIn('renderer')].flatMap(([file, text]) =>
    [...text.matchAll(/['"`](?:https?|wss?|ftp):\/\/[^'"`]*/g)].map(([address]) => `${file}: ${address}`),
  )
  // Shown as an example of what to type; never asked for.
  expect(addresses.filter((address) => !address.includes('https://example.'))).toEqual([])
})

it.each([
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'nodeIntegration: true',
  'contextIsolation: false',
  'sandbox: false',
  'allowpopups',
  '<webview',
  'loadFile(',
  'file://',
])('never says %s in the shell or the page', (phrase) => {
  const guilty = [...sourcesIn('electron', 'renderer')]
    .filter(([, text]) => text.includes(phrase))
    .map(([file]) => file)
  expect(guilty.filter((file) => file !== 'electron/page-origin.ts')).toEqual([])
})

it('answers to the page in one place', () => {
  const answering = [...sourcesIn('electron')]
    .filter(([, text]) => /ipcMain\s*\.\s*(handle|on)/.test(text))
    .map(([file]) => file)
  // core-process.ts hands on a port and checks the sender with the same function.
  expect(answering).toEqual(['electron/core-process.ts', 'electron/ipc.ts'])
})
