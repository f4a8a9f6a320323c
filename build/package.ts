import { build } from 'electron-builder'
import { bundleIfStale } from './bundle.ts'
import { packaging } from './electron-builder.ts'
import { root } from './vite.ts'

await bundleIfStale()
await build({ projectDir: root, config: packaging, publish: 'never' })
