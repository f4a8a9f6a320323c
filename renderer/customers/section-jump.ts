/** How long a second digit may take to make a two-digit number, in milliseconds. */
const pause = 700

export interface Typed {
  readonly number: number
  readonly at: number
}

/** The item that a typed digit means: `1` then `2` is 12 when it follows quickly and there are that many. */
export function nextJump(last: Typed | null, digit: number, at: number, count: number): Typed | null {
  const joined = last !== null && at - last.at <= pause ? last.number * 10 + digit : digit
  const number = joined <= count ? joined : digit
  return number >= 1 && number <= count ? { number, at } : null
}
