import type { Address } from '#contract/addresses.ts'

/** An address on one line, as it is written on a parcel: Chinese without a gap, others with one. */
export function addressLine({ area, street }: Pick<Address, 'area' | 'street'>): string {
  const isJoined = /\p{Script=Han}$/u.test(area) && /^[\p{Script=Han}\d]/u.test(street)
  return [area, street].filter(Boolean).join(isJoined ? '' : ' ')
}
