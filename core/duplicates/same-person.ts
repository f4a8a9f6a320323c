import type { CustomerId } from '#contract/common.ts'

/** A person among others of the same name. */
export interface Namesake {
  readonly id: CustomerId
  /** Folded; empty when nobody knows. */
  readonly region: string
  readonly hasPhone: boolean
}

/**
 * Whether two persons of one name may well be one. Many people are called 王芳, so the name alone says nothing: they
 * come from the same region, or at least one of them has no phone (those who shared one were found by it) and nothing is
 * known of their regions that differs.
 */
export function mayBeOne(one: Namesake, other: Namesake): boolean {
  const isRegionKnown = one.region !== '' && other.region !== ''
  if (isRegionKnown) return one.region === other.region
  return !one.hasPhone || !other.hasPhone
}
