import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { migrations } from '#core/db/migrate.ts'
import { OpenError } from '#core/db/open-errors.ts'
import { openDatabase } from '#core/db/open.ts'
import { connect } from '#core/db/sqlite.ts'

let folder: string
const path = () => join(folder, 'shuke.sqlite')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-open-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function makeFile(): Promise<void> {
  const core = await openCore({ dataFolder: folder, version: 'test' })
  await core[Symbol.asyncDispose]()
}

function problemOf(open: () => unknown): string {
  try {
    open()
  } catch (error) {
    if (error instanceof OpenError) return error.problem
    throw error
  }
  return 'none'
}

const hash = () => createHash('sha256').update(readFileSync(path())).digest('hex')

it('sets what durability needs and reads it back', () => {
  const { sqlite } = openDatabase(path())
  const pragma = (name: string) => sqlite.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('locking_mode')).toBe('exclusive')
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
  expect(pragma('cell_size_check')).toBe(1)
  expect(pragma('secure_delete')).toBe(1)
  expect(pragma('temp_store')).toBe(2)
  expect(pragma('user_version')).toBe(migrations.length)
  expect(pragma('application_id')).toBe(0x53484b31)
  sqlite.close()
})

it('reaches the schema on record', () => {
  const { sqlite } = openDatabase(':memory:')
  const schema = sqlite.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').pluck().all()
  expect(schema.join(';\n\n')).toMatchSnapshot()
})

describe('a file that cannot be opened as it is', () => {
  it('is said to be empty, and left so', () => {
    writeFileSync(path(), '')
    expect(problemOf(() => openDatabase(path()))).toBe('empty')
    expect(readFileSync(path())).toHaveLength(0)
  })

  it.each(['just text', 'PK\u0003\u0004 a zip', 'x'.repeat(5000)])('is said not to be ours: %#', (content) => {
    writeFileSync(path(), content)
    const before = hash()
    expect(problemOf(() => openDatabase(path()))).toBe('notOurs')
    expect(hash()).toBe(before)
  })

  it("is another program's database", () => {
    const sqlite = connect(path(), {})
    sqlite.exec('CREATE TABLE t (a)')
    sqlite.close()
    const before = hash()
    expect(problemOf(() => openDatabase(path()))).toBe('notOurs')
    expect(hash()).toBe(before)
  })

  it.each([999, 2 ** 31 - 1])('was saved by a newer version: %i', async (version) => {
    await makeFile()
    const sqlite = connect(path(), {})
    sqlite.pragma(`user_version = ${version}`)
    sqlite.pragma('journal_mode = DELETE')
    sqlite.close()
    const before = hash()
    expect(problemOf(() => openDatabase(path()))).toBe('newer')
    expect(hash()).toBe(before)
  })

  it('has an absurd version', async () => {
    await makeFile()
    const sqlite = connect(path(), {})
    sqlite.pragma('user_version = -1')
    sqlite.close()
    expect(problemOf(() => openDatabase(path()))).toBe('damaged')
  })

  it('was there before and is gone: no empty one takes its place', async () => {
    await makeFile()
    rmSync(path())
    expect(problemOf(() => openDatabase(path()))).toBe('missing')
    expect(() => readFileSync(path())).toThrow('ENOENT')
  })

  it('is held by somebody else', async () => {
    await makeFile()
    const { sqlite } = openDatabase(path())
    expect(problemOf(() => openDatabase(path()))).toBe('inUse')
    sqlite.close()
  })

  it('lies under a path that SQLite cannot open', () => {
    expect(problemOf(() => openDatabase(join(folder, `${'客'.repeat(70)}.sqlite`)))).toBe('pathTooLong')
  })
})

it.each(['客户资料', 'with space', "it's", '100%', '😀'])('opens under the folder %s, and again', async (name) => {
  const uidOf = async () => {
    await using core = await openCore({ dataFolder: join(folder, name), version: 'test' })
    return (await core.context.db.selectFrom('meta').select('uid').executeTakeFirstOrThrow()).uid
  }
  expect(await uidOf()).toBe(await uidOf())
})

it('stores no value that it would change', async () => {
  const { db } = openDatabase(path())
  const put = (value: unknown) =>
    db
      .insertInto('settings')
      .values({ key: 'k', value: value as string })
      .execute()
  await expect(put(Number.NaN)).rejects.toThrow('Refused to store')
  await expect(sql`SELECT ${undefined}`.execute(db)).rejects.toThrow('Refused to store')
  await expect(put('"\uD800"')).rejects.toThrow('Refused to store')
  await expect(put('"\0"')).rejects.toThrow('Refused to store')
  await expect(put(2 ** 60)).rejects.toThrow('Refused to store')
  await expect(put('"😀 ok"')).resolves.toBeDefined()
  await db.destroy()
})
