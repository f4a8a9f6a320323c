import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)
const hashLength = 32

/** What is kept of a PIN: its salt and its hash. */
export async function hashedPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return [salt, await derive(pin, salt, hashLength)].map((part) => part.toString('base64')).join('.')
}

export async function fitsPin(pin: string, kept: string): Promise<boolean> {
  const [salt, hash] = kept.split('.').map((part) => Buffer.from(part, 'base64'))
  if (!salt || hash?.length !== hashLength) return false
  return timingSafeEqual(hash, await derive(pin, salt, hashLength))
}
