/**
 * Text that a spreadsheet would run as a formula when it opens a CSV file: beginning with = + - @, tab or return.
 * A ' is put before it. Text that already has such 's gets one more, so that taking one away always gives it back.
 */
const runs = /^'*[=+\-@\t\r]/

export function guardFormula(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** The text as it was before `guardFormula`. A lone ' before anything else was typed by a person and stays. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && runs.test(text) ? text.slice(1) : text
}
