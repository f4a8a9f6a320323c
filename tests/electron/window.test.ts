import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { windowOptions } from '../../electron/window-options.ts'
import { readWindowState, writeWindowState } from '../../electron/window-state.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const desk = { x: 0, y: 0, width: 1920, height: 1040 }
const newFile = () => join(temporaryFolder(), 'window.json')
const bounds = { x: 100, y: 80, width: 1400, height: 900 }

it('gives the page nothing of Node and nothing of the system', () => {
  const state = { bounds, isMaximized: false, language: null }
  expect(windowOptions({ state, preload: '/p.cjs', icon: '/i.png', isRelease: true })).toEqual({
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    icon: '/i.png',
    webPreferences: {
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
})

it('opens where it was closed', () => {
  const file = newFile()
  const state = { bounds, isMaximized: true, language: 'zh-CN' as const }
  writeWindowState(file, state)
  expect(readWindowState(file, [desk])).toEqual(state)
  expect(readdirSync(join(file, '..'))).toEqual(['window.json'])
})

it.each([
  ['the second screen is gone', { ...bounds, x: 2000 }],
  ['it hung far to the left', { ...bounds, x: -1350 }],
  ['its title bar is above the screen', { ...bounds, y: -50 }],
  ['its title bar is below the screen', { ...bounds, y: 1030 }],
])('comes back to a screen that is there when %s', (_, lost) => {
  const file = newFile()
  writeWindowState(file, { bounds: lost, isMaximized: false, language: null })
  expect(readWindowState(file, [desk]).bounds).toEqual({ width: 1400, height: 900 })
})

it.each(['', '{', 'null', '{"bounds":{"width":"wide"}}', '[]'])('starts afresh from %j', (text) => {
  const file = newFile()
  writeFileSync(file, text)
  expect(readWindowState(file, [desk]).bounds).toEqual({ width: 1366, height: 768 })
  expect(readFileSync(file, 'utf8')).toBe(text)
})
