import { expect, it } from 'vitest'
import { coreArguments } from '../../electron/core-arguments.ts'
import { cutTheCable, refusedSwitch } from '../../electron/switches.ts'

it('hands the core what is meant for it, and nothing of Chromium’s', () => {
  const args = [
    '/opt/shuke',
    '--data',
    '/shop',
    '--clock=2026-03-02',
    '--demo',
    '--no-sandbox',
    '--port',
    '1',
    '/x',
    '--js-flags=x',
  ]
  expect(coreArguments(args)).toEqual(['--data=/shop', '--clock=2026-03-02', '--demo'])
})

it.each(['remote-debugging-port', 'inspect', 'js-flags', 'load-extension', 'disable-web-security', 'no-sandbox'])(
  'does not start with --%s',
  (name) => {
    expect(refusedSwitch({ hasSwitch: (asked) => asked === name })).toBe(name)
  },
)

it('starts with the switches anybody may give', () => {
  expect(refusedSwitch({ hasSwitch: (asked) => asked === 'force-device-scale-factor' })).toBeUndefined()
})

it('lets no name resolve', () => {
  const switches: string[][] = []
  cutTheCable({ appendSwitch: (...args) => void switches.push(args.map(String)) })
  expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
})
