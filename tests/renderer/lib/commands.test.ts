import { describe, expect, it } from 'vitest'
import { commands } from '../../../contract/commands.ts'
import { matches } from '../../../renderer/lib/commands.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('command keys', () => {
  it('answer to their chord and to no other', () => {
    expect(matches('CmdOrCtrl+K', { ...plain, key: 'k', code: 'KeyK', ctrlKey: true })).toBe(true)
    expect(matches('CmdOrCtrl+K', { ...plain, key: 'k', code: 'KeyK' })).toBe(false)
    expect(matches('CmdOrCtrl+K', { ...plain, key: 'k', code: 'KeyK', ctrlKey: true, shiftKey: true })).toBe(false)
    expect(matches('CmdOrCtrl+Shift+I', { ...plain, key: 'I', code: 'KeyI', ctrlKey: true, shiftKey: true })).toBe(true)
    expect(matches('F1', { ...plain, key: 'F1', code: 'F1' })).toBe(true)
    expect(matches('CmdOrCtrl+,', { ...plain, key: ',', code: 'Comma', ctrlKey: true })).toBe(true)
  })

  it('are known by the cap where Alt or an input method changes the letter', () => {
    expect(matches('Alt+N', { ...plain, key: '˜', code: 'KeyN', altKey: true })).toBe(true)
    expect(matches('CmdOrCtrl+K', { ...plain, key: 'Process', code: 'KeyK', ctrlKey: true })).toBe(true)
  })

  it('are all different', () => {
    const keys = commands.flatMap(({ key }) => key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
