import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assertDriverIsOurs } from '../../hosts/driver-check.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

it('lets the driver load that the program was built with, and no other', () => {
  const folder = temporaryFolder()
  const expected = { 'linux-x64.node': hash('driver'), 'win32-x64.node': hash('other') }
  writeFileSync(join(folder, 'linux-x64.node'), 'driver')
  expect(() => assertDriverIsOurs(expected, folder)).not.toThrow()

  writeFileSync(join(folder, 'linux-x64.node'), 'drives')
  expect(() => assertDriverIsOurs(expected, folder)).toThrow('linux-x64.node')
})

it('lets no stranger lie beside it', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'linux-arm64.node'), 'driver')
  expect(() => assertDriverIsOurs({ 'linux-x64.node': hash('driver') }, folder)).toThrow('linux-arm64.node')
})
