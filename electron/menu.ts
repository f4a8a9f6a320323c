import type { MenuItemConstructorOptions } from 'electron'
import { type Command, type CommandId, commands } from '#contract/commands.ts'
import type { Words } from './words.ts'

interface MenuNeeds {
  readonly words: Words
  readonly platform: NodeJS.Platform
  readonly isRelease: boolean
  /** Tells the page that a command was chosen. */
  readonly send: (command: CommandId) => void
}

/** The menu bar, made from the one list of commands. The page answers to the same keys by itself. */
export function menuTemplate({ words, platform, isRelease, send }: MenuNeeds): MenuItemConstructorOptions[] {
  const { menu } = words
  const heads = words.commands.menu
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const items = (of: Command['menu']) =>
    commands.filter((command) => command.menu === of).map((command) => item(command))

  function item({ id, key }: Command): MenuItemConstructorOptions {
    const click = () => send(id)
    // Shown beside the label, but left to the page: it alone knows whether somebody is typing.
    return { id, label: words.commands[id], click, ...(key && { accelerator: key, registerAccelerator: false }) }
  }

  const developer: MenuItemConstructorOptions[] = isRelease
    ? []
    : [separator, { role: 'reload' }, { role: 'toggleDevTools' }]
  const mac: MenuItemConstructorOptions = {
    label: words.appName,
    submenu: [
      { role: 'about', label: menu.about },
      separator,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      separator,
      { role: 'quit', label: menu.quit },
    ],
  }

  return [
    ...(platform === 'darwin' ? [mac] : []),
    {
      label: heads.file,
      submenu: [
        ...items('file'),
        separator,
        platform === 'darwin' ? { role: 'close', label: menu.close } : { role: 'quit', label: menu.quit },
      ],
    },
    {
      label: heads.edit,
      submenu: [
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    { label: heads.go, submenu: items('go') },
    {
      label: heads.view,
      submenu: [
        ...items('view'),
        separator,
        { role: 'zoomIn', label: menu.zoomIn },
        { role: 'zoomOut', label: menu.zoomOut },
        { role: 'resetZoom', label: menu.resetZoom },
        { role: 'togglefullscreen', label: menu.fullScreen },
        ...developer,
      ],
    },
    { label: menu.window, role: 'windowMenu', submenu: [{ role: 'minimize', label: menu.minimize }] },
    { label: heads.help, role: 'help', submenu: items('help') },
  ]
}
