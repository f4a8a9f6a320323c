import { describe, expect, it } from 'vitest'
import { safeHref } from '../../../renderer/lib/safe-href.ts'

describe('a link of a card', () => {
  it.each([
    ['https://example.com/店?a=1', 'https://example.com/%E5%BA%97?a=1'],
    ['HTTP://example.com', 'http://example.com/'],
    ['example.com', 'https://example.com/'],
    ['shop.example.com:8080/x', 'https://shop.example.com:8080/x'],
  ])('leads to the web: %s', (value, href) => {
    expect(safeHref('link', value)).toBe(href)
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT://%0aalert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://x.com',
    '',
  ])('leads nowhere else: %s', (value) => {
    expect(safeHref('link', value)).toBeNull()
  })

  it('of text is none', () => {
    expect(safeHref('text', 'https://example.com')).toBeNull()
  })
})

describe('an e-mail address', () => {
  it('opens the mail program', () => {
    expect(safeHref('email', 'wang@example.com')).toBe('mailto:wang@example.com')
  })

  it('carries no headers of its own', () => {
    expect(safeHref('email', 'a@b.com?bcc=c@d.com')).toBeNull()
  })
})
