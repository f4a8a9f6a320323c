import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readArguments } from '../../hosts/arguments.ts'
import { defaultDataFolder } from '../../hosts/data-folder.ts'

it('reads the command line', () => {
  const args = ['--data', 'shop', '--port', '4100', '--no-open', '--clock', '2026-03-02T09:00']
  expect(readArguments(args)).toEqual({
    dataFolder: resolve('shop'),
    port: 4100,
    opensBrowser: false,
    isDemo: false,
    startAt: new Date(2026, 2, 2, 9),
  })
})

it('leaves nothing behind after a demonstration, unless it was given a folder', () => {
  expect(readArguments(['--demo']).dataFolder).toBeUndefined()
  expect(readArguments(['--demo', '--data', '/tmp/x']).dataFolder).toBe(resolve('/tmp/x'))
})

it.each([['--port', 'x'], ['--port', '70000'], ['--clock', 'soon'], ['--unknown'], ['stray']])(
  'refuses %s %s',
  (...args) => {
    expect(() => readArguments(args)).toThrow()
  },
)

it.each([
  ['win32', { APPDATA: '/roaming' }, '/roaming/Shuke/data'],
  ['win32', {}, '/home/w/AppData/Roaming/Shuke/data'],
  ['darwin', {}, '/home/w/Library/Application Support/Shuke/data'],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Shuke/data'],
  ['linux', {}, '/home/w/.config/Shuke/data'],
] as const)('keeps the data where %s programs keep theirs', (platform, env, folder) => {
  expect(defaultDataFolder({ platform, env, home: '/home/w' }).replaceAll('\\', '/')).toBe(folder)
})
