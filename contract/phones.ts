import { z } from 'zod'
import { line } from './common.ts'

/** A phone as it was typed, with its digits beside it for matching. */
export const Phone = z.object({ id: z.int(), label: z.string(), number: z.string(), digits: z.string() })
export type Phone = z.infer<typeof Phone>

/** `id` is null for a phone that is being added. */
export const PhoneDraft = z.object({ id: z.int().nullable(), label: line(20), number: line(60).min(1) })
export type PhoneDraft = z.infer<typeof PhoneDraft>

/**
 * The digits of a phone, for matching: full-width digits made plain, separators dropped, China's country code dropped
 * from a mobile number. Other country codes stay, since without them two numbers could fall together.
 */
export function phoneDigits(number: string): string {
  const plain = number.normalize('NFKC')
  const digits = plain.replace(/\D/g, '')
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

/** Whether it looks like something one can dial. A number that does not is marked, never refused. */
export function looksDialable(number: string): boolean {
  const plain = number.normalize('NFKC').replace(/(?:转|ext\.?|x|#|,)\s*\d{1,6}$/i, '')
  const digits = phoneDigits(plain)
  return digits.length >= 3 && digits.length <= 15 && /^[+\d\s().\-/·]+$/.test(plain)
}
