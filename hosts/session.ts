import { createHash, randomBytes } from 'node:crypto'

const codeLifetime = 60_000
const refusalWindow = 60_000
const refusalLimit = 20

export interface Session {
  /** A launch code: works once, within a minute. */
  newCode(): string
  /** What a launch code is traded for. */
  tokenFor(code: string): string | undefined
  knows(authorization: string | undefined): boolean
  /** A window left over from yesterday repeats one stale token; somebody who guesses shows many. */
  isUnderAttack(): boolean
}

/** Who may talk to the host. Only hashes are kept, so that a near miss takes as long to look up as any other. */
export function createSession(now: () => number = Date.now): Session {
  const codeExpiry = new Map<string, number>()
  const tokens = new Set<string>()
  const refusedAt = new Map<string, number>()

  const refuse = (secret: string) => refusedAt.set(hash(secret), now())

  return {
    newCode() {
      const code = randomBytes(16).toString('base64url')
      codeExpiry.set(hash(code), now() + codeLifetime)
      return code
    },

    tokenFor(code) {
      const expiresAt = codeExpiry.get(hash(code))
      codeExpiry.delete(hash(code))
      if (expiresAt === undefined || expiresAt < now()) {
        refuse(code)
        return undefined
      }
      const token = randomBytes(32).toString('base64url')
      tokens.add(hash(token))
      return token
    },

    knows(authorization) {
      if (authorization === undefined) return false
      const token = authorization.replace(/^Bearer /, '')
      if (tokens.has(hash(token))) return true
      refuse(token)
      return false
    },

    isUnderAttack() {
      const since = now() - refusalWindow
      for (const [secret, at] of refusedAt) if (at < since) refusedAt.delete(secret)
      return refusedAt.size >= refusalLimit
    },
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
