import { describe, expect, it } from 'vitest'
import { isComposing, keyName } from '../../../renderer/lib/keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('key names', () => {
  it.each([
    [{ ...plain, key: 'l' }, 'l'],
    [{ ...plain, key: 'L', shiftKey: true }, 'l'],
    [{ ...plain, key: '?', shiftKey: true }, '?'],
    [{ ...plain, key: 'ArrowDown', altKey: true }, 'alt+ArrowDown'],
    [{ ...plain, key: 'Tab', shiftKey: true }, 'shift+Tab'],
    [{ ...plain, key: 'c', ctrlKey: true }, 'ctrl+c'],
    [{ ...plain, key: 'c', metaKey: true }, 'ctrl+c'],
  ])('%o is %s', (event, name) => {
    expect(keyName(event)).toBe(name)
  })
})

describe('an input method at work', () => {
  it('is told by the event, or by the key code 229 that older ones send', () => {
    expect(isComposing({ nativeEvent: { isComposing: true, keyCode: 13 } as KeyboardEvent })).toBe(true)
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 229 } as KeyboardEvent })).toBe(true)
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 13 } as KeyboardEvent })).toBe(false)
  })
})
