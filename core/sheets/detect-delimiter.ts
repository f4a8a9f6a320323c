import { parseCsv } from './parse-csv.ts'

export const delimiters = [',', '\t', ';', '|', ':'] as const
export type Delimiter = (typeof delimiters)[number]

const SAMPLE_CHARS = 64 * 1024
const SAMPLE_ROWS = 60

/** The delimiter that cuts the first rows into the most even table. */
export function detectDelimiter(text: string): Delimiter {
  const hint = /^\uFEFF?sep=(.)\r?\n/.exec(text.slice(0, 10))?.[1]
  const hinted = delimiters.find((delimiter) => delimiter === hint)
  if (hinted) return hinted

  const sample = text.slice(0, SAMPLE_CHARS)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const score = evenness(sample, delimiter) * (delimiter === ':' ? 0.5 : 1)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** 0 for one column; else how many rows share the commonest width, with a little for more columns. */
function evenness(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>()
  let rows = 0
  try {
    for (const { cells } of parseCsv(sample, delimiter)) {
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
      if (++rows === SAMPLE_ROWS) break
    }
  } catch {
    return 0
  }
  let [commonest, count] = [1, 0]
  let wide = 0
  for (const [width, n] of widths) {
    if (width > 1) wide += n
    if (width > 1 && n > count) [commonest, count] = [width, n]
  }
  if (commonest === 1) return 0
  // Real tables have titles and ragged rows: being cut at all counts more than being even.
  return wide / rows + 0.5 * (count / rows) + Math.min(commonest, 20) * 0.02
}
