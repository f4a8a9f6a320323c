import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { noncePlaceholder } from '#contract/page.ts'

export const root = join(import.meta.dirname, '..')

export const rendererConfig: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer'),
  plugins: [react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
}

/** Everything that runs in Node, flat in one folder, so that a module finds its worker beside itself. */
export const nodeConfig: InlineConfig = {
  configFile: false,
  root,
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3-multiple-ciphers'] },
  define: { driverHashes: JSON.stringify(driverHashes()) },
  build: {
    ssr: true,
    outDir: join(root, 'dist/node'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: nodeEntries(),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
}

/** A sandboxed preload must be one CommonJS file that asks for nothing but electron. */
export const preloadConfig: InlineConfig = {
  configFile: false,
  root,
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: join(root, 'dist/node'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { preload: join(root, 'electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
}

/** What hosts/driver-check.ts compares the unpacked driver with. */
function driverHashes(): Record<string, string> {
  const folder = join(root, 'node_modules/better-sqlite3-multiple-ciphers/prebuilds')
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
  return Object.fromEntries(globSync('*.node', { cwd: folder }).map((file) => [file, hash(file)]))
}

function nodeEntries(): Record<string, string> {
  const files = [
    'hosts/web.ts',
    'hosts/utility-process.ts',
    'electron/main.ts',
    ...globSync('core/**/*-worker.ts', { cwd: root }),
  ]
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(root, file)]))
}
