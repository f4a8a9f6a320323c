import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { root } from './support/sources.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const node = process.execPath

/** Runs a checker over files planted in a folder, and says what it printed. */
function outputOf(folder: string, program: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(node, [join(root, 'node_modules', program), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return stdout + stderr
}

function plant(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

const lintBreaches: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Only electron/ imports electron': { 'renderer/visits/a.ts': "import { app } from 'electron'\nexport const a = app" },
  'This layer runs without a window': { 'core/visits/a.ts': "import { app } from 'electron'\nexport const a = app" },
  'This layer runs without a window.': {
    'core/lib/a.ts': "import { useState } from 'react'\nexport const a = useState",
  },
  'only *-router.ts': {
    'core/visits/visit-service.ts': "import { ORPCError } from '@orpc/server'\nexport const a = ORPCError",
  },
  'Only hosts/ imports the core': {
    'renderer/visits/a.ts': "import { a } from '#core/visits/a.ts'\nexport const b = a",
  },
  'Only hosts/ imports the core.': { 'electron/a.ts': "import { a } from '../core/visits/a.ts'\nexport const b = a" },
  'Only the renderer draws': { 'electron/a.ts': "import { useState } from 'react'\nexport const a = useState" },
  'no Node': { 'contract/a.ts': "import { join } from 'node:path'\nexport const a = join" },
  'This layer also runs in a browser': {
    'renderer/lib/a.ts': "import { join } from 'node:path'\nexport const a = join",
  },
  'Features meet in app/': { 'renderer/visits/a.ts': "import { b } from '../customers/b.ts'\nexport const a = b" },
  'no-barrel-file': {
    'core/visits/index.ts': "export * from './a.ts'\nexport * from './b.ts'",
    'core/visits/a.ts': 'export const a = 1',
    'core/visits/b.ts': 'export const b = 1',
  },
  'no-cycle': {
    'core/lib/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
    'core/lib/b.ts': "import { a } from './a.ts'\nexport const b = () => a",
  },
  'no-explicit-any': { 'core/lib/a.ts': 'export const a = (x: any) => x' },
  'no-non-null-assertion': { 'core/lib/a.ts': 'export const a = (x: string | null) => x!.length' },
  'no-default-export': { 'core/lib/a.ts': 'export default 1' },
  'jsx-no-literals': { 'renderer/visits/a.tsx': 'export const A = () => <p>今天</p>' },
  'no-danger': { 'renderer/visits/a.tsx': 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />' },
  'max-lines': { 'core/lib/a.ts': Array.from({ length: 301 }, (_, i) => `export const a${i} = 1`).join('\n') },
  'no-console': { 'core/lib/a.ts': 'console.log(1)' },
}

it.each(Object.entries(lintBreaches))('lint says: %s', (message, files) => {
  const folder = temporaryFolder()
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  plant(folder, files)
  expect(outputOf(folder, 'oxlint/bin/oxlint').toLowerCase()).toContain(message.toLowerCase())
})

it('lint has nothing to say about what is allowed', () => {
  const folder = temporaryFolder()
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  plant(folder, {
    'core/visits/visit-router.ts': "import { implement } from '@orpc/server'\nexport const a = implement",
    'core/lib/fail.ts': "import { ORPCError } from '@orpc/contract'\nexport const a = ORPCError",
    'electron/a.ts': "import { app } from 'electron'\nexport const a = app",
    'renderer/app/a.ts': "import { b } from '../visits/b.ts'\nexport const a = b",
    'renderer/visits/b.ts': "import { c } from '../lib/c.ts'\nexport const b = c",
    'renderer/lib/c.ts': 'export const c = 1',
  })
  expect(outputOf(folder, 'oxlint/bin/oxlint')).toContain('Found 0 warnings and 0 errors')
})

const typeBreaches: readonly (readonly [layer: string, code: string, message: string])[] = [
  ['core', 'export const a = document.title', "'document'"],
  ['core', "import type { BrowserWindow } from '#electron/x.ts'\nexport type A = BrowserWindow", '#electron/x.ts'],
  ['contract', 'export const a = process.pid', "'process'"],
  ['contract', 'export const a = document.title', "'document'"],
  ['renderer', 'export const a = process.pid', "'process'"],
  ['core', "import { startCore } from '../../electron/core-process.ts'\nexport const a = startCore", 'TS6307'],
  ['renderer', "import { openCore } from '#core/core.ts'\nexport const a = openCore", 'TS6307'],
]

it.each(typeBreaches)('the compiler refuses in %s: %s', (layer, code, message) => {
  // Inside the project, so that the packages are found, where lint, format and git do not look.
  mkdirSync(join(root, '.types'), { recursive: true })
  const folder = mkdtempSync(join(root, '.types/walls-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  plant(folder, {
    'a.ts': code,
    'tsconfig.json': JSON.stringify({
      extends: `../../${layer}/tsconfig.json`,
      include: ['a.ts'],
      references: [],
      compilerOptions: { rootDir: '.', outDir: './out', noEmit: true, emitDeclarationOnly: false },
    }),
  })
  expect(outputOf(folder, 'typescript/bin/tsc', '-p', '.')).toContain(message)
})
