/**
 * SQL for what of a partial date comes back every year: `03-05`, `03`, `L08-15`, `L06L-30`; the whole text where it
 * names a year only.
 *
 * An index is made of it, so it is part of the schema and not to be changed.
 */
export function yearlyKey(date: string): string {
  return `iif(substr(${date}, 1, 1) = 'l', 'L', '') || ltrim(substr(${date}, instr(${date}, '-')), '-')`
}
