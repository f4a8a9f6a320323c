import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openCompany } from './company-file.ts'
import { duplicateBenches } from './duplicate-benches.ts'
import { listBenches } from './list-benches.ts'
import { type Measured, measure } from './measure.ts'
import { asMarkdown, asTable, type Run } from './report.ts'
import { searchBenches } from './search-benches.ts'
import { workBenches } from './work-benches.ts'

const { values } = parseArgs({
  options: {
    /** One size, or several parted by commas, the smallest first. */
    size: { type: 'string', default: '10000,100000' },
    /** Only benches whose name holds this. */
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
})

const say = (line: string) => process.stderr.write(`${line}\n`)
const runs: Run[] = []
for (const size of values.size.split(',').map(Number)) runs.push(await runAt(size))

if (values.json) console.log(JSON.stringify(runs, null, 2))
if (values.only === '') writeFileSync(new URL('../../docs/benchmarks.md', import.meta.url), asMarkdown(runs, machine()))

async function runAt(size: number): Promise<Run> {
  await using company = await openCompany(size, say)
  const { context } = company.core
  const benches = [
    ...searchBenches(context),
    ...listBenches(context),
    ...workBenches(context),
    ...duplicateBenches(context),
  ]
  const measured: Measured[] = []
  for (const bench of benches.filter(({ name }) => name.includes(values.only))) measured.push(await measure(bench))
  if (!values.json) console.log(`\n${size.toLocaleString('en')} customers\n${asTable(measured)}`)
  return { size, megabytes: company.bytes / 1e6, measured }
}

function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`
}
