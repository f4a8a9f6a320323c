import { expect, it } from 'vitest'
import { createSession } from '../../hosts/session.ts'

it('trades a launch code for a token, once', () => {
  const session = createSession()
  const code = session.newCode()
  const token = session.tokenFor(code)

  expect(Buffer.from(code, 'base64url')).toHaveLength(16)
  expect(Buffer.from(String(token), 'base64url')).toHaveLength(32)
  expect(session.knows(`Bearer ${token}`)).toBe(true)
  expect(session.tokenFor(code)).toBeUndefined()
})

it('forgets a code after a minute', () => {
  let now = 0
  const session = createSession(() => now)
  const code = session.newCode()
  now = 60_001
  expect(session.tokenFor(code)).toBeUndefined()
})

it('gives every window a token of its own', () => {
  const session = createSession()
  expect(session.tokenFor(session.newCode())).not.toBe(session.tokenFor(session.newCode()))
})

it.each([undefined, '', 'Bearer ', 'Basic x', 'Bearer nothing'])('does not know %s', (authorization) => {
  expect(createSession().knows(authorization)).toBe(false)
})

it('sees an attack in twenty different guesses a minute, not in one stale window that keeps asking', () => {
  let now = 0
  const session = createSession(() => now)
  for (let i = 0; i < 100; i++) session.knows('Bearer of-yesterday')
  expect(session.isUnderAttack()).toBe(false)

  for (let i = 0; i < 19; i++) session.knows(`Bearer guess-${i}`)
  expect(session.isUnderAttack()).toBe(true)
  now = 61_000
  expect(session.isUnderAttack()).toBe(false)
})
