import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readArguments } from './arguments.ts'
import { openBrowser } from './open-browser.ts'
import { openHostCore } from './open-host-core.ts'
import { readPageFiles } from './page-files.ts'
import { startWebServer } from './web-server.ts'

const built = import.meta.dirname.endsWith('dist/node')
const { opensBrowser, port, ...options } = readArguments(process.argv.slice(2))
