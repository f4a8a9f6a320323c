/**
 * Everything that can be started by name: from the menu, the palette and a key. One list, so that all three agree.
 *
 * Keys are written as Electron accelerators; `CmdOrCtrl` is shown as Ctrl or ⌘. Labels are in `commands.json` of the
 * locale files under the command's id. Only commands with a `menu` stand in the window's menu.
 */
export const commands = [
  { id: 'newCustomer', key: 'CmdOrCtrl+N', menu: 'file' },
  { id: 'newVisit', key: 'CmdOrCtrl+L', menu: 'file' },
  { id: 'newFollowUp', key: 'CmdOrCtrl+T', menu: 'file' },
  { id: 'import', key: 'CmdOrCtrl+Shift+I', menu: 'file' },
  { id: 'export', key: 'CmdOrCtrl+E', menu: 'file' },
  { id: 'print', key: 'CmdOrCtrl+P', menu: 'file' },
  { id: 'undo', key: 'CmdOrCtrl+Z', menu: null },
  { id: 'findDuplicates', key: null, menu: 'file' },
  { id: 'search', key: 'CmdOrCtrl+K', menu: 'go' },
  { id: 'goToday', key: 'CmdOrCtrl+1', menu: 'go' },
  { id: 'goCustomers', key: 'CmdOrCtrl+2', menu: 'go' },
  { id: 'goHistory', key: 'CmdOrCtrl+Shift+H', menu: 'go' },
  { id: 'goTrash', key: null, menu: 'go' },
  { id: 'goFields', key: null, menu: 'go' },
  { id: 'goSettings', key: 'CmdOrCtrl+,', menu: 'go' },
  { id: 'toggleTheme', key: null, menu: 'view' },
  { id: 'showShortcuts', key: 'F1', menu: 'help' },
] as const

export type Command = (typeof commands)[number]
export type CommandId = Command['id']
