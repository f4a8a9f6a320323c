import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { commands } from '#contract/commands.ts'
import { menuTemplate } from '../../electron/menu.ts'
import { wordsIn } from '../../electron/words.ts'

function itemsOf(platform: NodeJS.Platform, language: 'zh-CN' | 'en' = 'zh-CN', isRelease = true) {
  const send = vi.fn()
  const template = menuTemplate({ words: wordsIn(language), platform, isRelease, send })
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  return { items: flat(template), send }
}

it.each(['win32', 'darwin', 'linux'] as const)(
  'offers every command that belongs in the menu, once, on %s',
  (platform) => {
    const { items, send } = itemsOf(platform)
    const offered = items.filter(({ id }) => id !== undefined)
    const wanted = commands.filter(({ menu }) => menu !== null)

    expect(offered.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
    for (const { id, click } of offered) {
      click?.({} as never, undefined, {} as never)
      expect(send).toHaveBeenLastCalledWith(id)
    }
  },
)

it('leaves its keys to the page, which knows whether somebody is typing', () => {
  const keyed = itemsOf('win32').items.filter(({ accelerator }) => accelerator !== undefined)
  expect(keyed.length).toBeGreaterThan(5)
  expect(keyed.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true)
})

it.each(['zh-CN', 'en'] as const)('speaks %s throughout', (language) => {
  const { items } = itemsOf('darwin', language)
  for (const { label, type } of items) if (type !== 'separator') expect(label).toBeTruthy()
  const texts = items.flatMap(({ label }) => label ?? [])
  expect(texts.every((text) => /\p{Script=Han}/u.test(text) === (language === 'zh-CN'))).toBe(true)
})

it('keeps the developer tools out of a release', () => {
  const roles = (isRelease: boolean) => itemsOf('linux', 'en', isRelease).items.map(({ role }) => role)
  expect(roles(true)).not.toContain('toggleDevTools')
  expect(roles(false)).toContain('toggleDevTools')
})
