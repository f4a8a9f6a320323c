import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { nodeConfig, preloadConfig, rendererConfig, root } from './vite.ts'

const dist = join(root, 'dist')
const stamp = join(dist, 'sources.sha256')

/** Builds the window and the Node side into dist/, all or nothing. */
export async function bundle(): Promise<void> {
  const sources = hashOfSources()
  const fresh = join(root, `dist.${process.pid}`)
  try {
    for (const config of [rendererConfig, nodeConfig, preloadConfig]) await build(into(fresh, config))
    cpSync(join(root, 'build/icons/icon.png'), join(fresh, 'node/icon.png'))
    writeFileSync(join(fresh, 'sources.sha256'), sources)
    putInPlace(fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Builds only where a source has changed since the last time. */
export async function bundleIfStale(): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()) return
  process.stderr.write('Building Shuke …\n')
  await bundle()
}

/** Another build may put its own there in between; the last one wins. */
function putInPlace(fresh: string, attempts = 5): void {
  rmSync(dist, { recursive: true, force: true })
  try {
    renameSync(fresh, dist)
  } catch (error) {
    if (attempts === 0) throw error
    putInPlace(fresh, attempts - 1)
  }
}

function into(folder: string, config: InlineConfig): InlineConfig {
  const outDir = config.build?.outDir?.replace(dist, folder) ?? folder
  return { ...config, logLevel: 'warn', build: { ...config.build, outDir } }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const sources = '{contract,core,hosts,electron,renderer,build}/**/*.{ts,tsx,css,json,html,svg,png}'
  for (const file of ['package-lock.json', ...globSync(sources, { cwd: root }).toSorted()]) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}
