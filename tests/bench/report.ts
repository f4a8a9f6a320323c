import type { Measured } from './measure.ts'

export interface Run {
  readonly size: number
  readonly megabytes: number
  readonly measured: readonly Measured[]
}

const head = ['what', 'n', 'ours', 'p95', 'bare', 'ratio', 'budget', 'felt ≤', 'verdict'] as const

export function asTable(measured: readonly Measured[]): string {
  const rows = [head, ...measured.map(cellsOf)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

export function asMarkdown(runs: readonly Run[], machine: string): string {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Milliseconds are of one machine and say little; the ratio to the bare operation, the',
    'same rows by prepared statements in the same run, is what counts. Both are timed by turns; medians and 95th',
    'percentiles. How the generated company looks is in `tests/bench/generate.ts`.',
    '',
    `Machine: ${machine}.`,
    '',
    ...runs.flatMap(({ size, megabytes, measured }) => [
      `## ${size.toLocaleString('en')} customers (file of ${Math.round(megabytes)} MB)`,
      '',
      markdownTable(head, measured.map(cellsOf)),
      '',
    ]),
    ...growth(runs),
  ].join('\n')
}

/** How the same thing costs more with more customers. */
function growth(runs: readonly Run[]): string[] {
  const [small, large] = [runs[0], runs.at(-1)]
  if (!small || !large || small === large) return []
  const rows = large.measured.flatMap(({ name, ours }) => {
    const before = small.measured.find((each) => each.name === name)
    return before ? [[name, (ours.median / before.ours.median).toFixed(2)]] : []
  })
  return [
    `## Growth: ${small.size.toLocaleString('en')} to ${large.size.toLocaleString('en')} customers`,
    '',
    markdownTable(['what', `times as long for ${large.size / small.size} times the data`], rows),
    '',
  ]
}

function cellsOf({ name, rounds, ours, bare, ratio, budget, felt, verdict }: Measured): string[] {
  return [
    name,
    String(rounds),
    ours.median.toFixed(2),
    ours.p95.toFixed(2),
    bare.median.toFixed(2),
    ratio.toFixed(2),
    `≤ ${budget}`,
    String(felt),
    verdict,
  ]
}

function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(titles), line(titles.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
