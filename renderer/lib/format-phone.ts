import { phoneDigits } from '#contract/phones.ts'

/** A mainland mobile number as 138 5712 0463; any other number as it was written. */
export function formatPhone(number: string): string {
  const digits = phoneDigits(number)
  const isMainland = /^1[3-9]\d{9}$/.test(digits) && !/^\s*(?:\+|00)(?!86)/.test(number)
  if (!isMainland || /[^\d\s+().-]/.test(number)) return number
  return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
}

/** As it is copied: without spaces and dashes, the country code and an extension kept. */
export function plainPhone(number: string): string {
  return number.normalize('NFKC').replace(/[\s().-]/g, '')
}
