import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Core, openCore } from '#core/core.ts'
import { refreshCompleteness } from '#core/completeness/refresh-completeness.ts'
import { migrations } from '#core/db/migrate.ts'
import type { OpenedDatabase } from '#core/db/open.ts'
import { catchUp } from '#core/search/keep-up.ts'
import { refreshSearchIndex } from '#core/search/search-index.ts'
import { setUp } from '#core/settings/settings-service.ts'
import { companyOf, generateCompany } from './generate.ts'

/** The clock of every run, so that "overdue" means the same as when the file was made. */
export const benchToday = '2026-03-02'

const cacheFolder = join(tmpdir(), 'shuke-bench')
const fileName = 'shuke.sqlite'

export interface BenchCore extends AsyncDisposable {
  readonly core: Core
  readonly bytes: number
}

/** Opens a core on a copy of the generated company. The first run of a size makes the file; later ones find it. */
export async function openCompany(size: number, say: (line: string) => void): Promise<BenchCore> {
  const cached = join(cacheFolder, `company-${size}-${fingerprint()}.sqlite`)
  if (!existsSync(cached)) await makeCompany(size, cached, say)
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-run-'))
  copyFileSync(cached, join(folder, fileName))
  const core = await openCore({
    dataFolder: folder,
    version: 'bench',
    clockOffset: Date.parse(`${benchToday}T09:00`) - Date.now(),
  })
  return {
    core,
    bytes: statSync(join(folder, fileName)).size,
    async [Symbol.asyncDispose]() {
      await core[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeCompany(size: number, target: string, say: (line: string) => void): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true })
  const folder = mkdtempSync(join(cacheFolder, 'making-'))
  try {
    await using core = await openCore({ dataFolder: folder, version: 'bench' })
    await setUp(core.context, {
      language: 'zh-CN',
      businessName: '',
      staffName: '林晓雨',
      trade: 'general',
      withSampleData: false,
    })
    const started = performance.now()
    generateCompany(core.context.database.sqlite, companyOf(size), benchToday)
    const generated = performance.now()
    await fillIndex(core.context.database)
    const indexed = performance.now()
    await catchUp(core.context.db)
    const entries = companyOf(size).visits + companyOf(size).openFollowUps
    const caughtUp = performance.now()
    const records = companyOf(size).customers + companyOf(size).contacts
    say(
      `made ${size.toLocaleString('en')} customers in ${seconds(generated - started)}; search index of ` +
        `${records.toLocaleString('en')} records in ${seconds(indexed - generated)} ` +
        `(${rate(records, indexed - generated)}); of ${entries.toLocaleString('en')} visits and follow-ups in ` +
        `${seconds(caughtUp - indexed)} (${rate(entries, caughtUp - indexed)}, ` +
        `${Math.round(entryIndexBytes(core.context.database) / entries)} bytes each)`,
    )
  } finally {
    if (existsSync(join(folder, fileName))) renameSync(join(folder, fileName), target)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillIndex({ db, tracking }: OpenedDatabase): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await refreshCompleteness(transaction, tracking)
    await refreshSearchIndex(transaction)
  })
}

/** Another schema or another generator makes another file. */
function fingerprint(): string {
  const here = (name: string) => readFileSync(new URL(name, import.meta.url))
  return createHash('sha256')
    .update(migrations.join('\n'))
    .update(here('generate.ts'))
    .update(here('lists.ts'))
    .digest('hex')
    .slice(0, 12)
}

function entryIndexBytes({ sqlite }: OpenedDatabase): number {
  return Number(sqlite.prepare('SELECT sum(length(block)) FROM search_entries_data').pluck().get())
}

function rate(count: number, milliseconds: number): string {
  return `${Math.round((count / milliseconds) * 1000).toLocaleString('en')} a second`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
