import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { matchingIds } from '#core/search/find.ts'
import { judgeWords, searchFor } from '#core/search/search-words.ts'
import { type EntryText, entryTexts } from '#core/search/entry-texts.ts'
import { findEntries } from '#core/search/find-entries.ts'
import { judge, judgeEntry } from '#core/search/judge.ts'
import { catchUp } from '#core/search/keep-up.ts'
import { plainSyllables } from '#core/search/match-reading.ts'
import { refreshSearchIndex } from '#core/search/search-index.ts'
import { type SearchSource, unpackSource } from '#core/search/search-source.ts'
import { companyOf, generateCompany } from '../../bench/generate.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

let core: TestCore
let sources: ReadonlyMap<number, SearchSource>
let entries: readonly EntryText[]

beforeAll(async () => {
  core = await openTestCore()
  const { db, database } = core.context
  generateCompany(database.sqlite, { ...companyOf(400), visits: 300, openFollowUps: 0 }, '2026-03-02')
  database.tracking.operationId = 1
  database.sqlite.exec(
    `UPDATE contacts SET notes = (SELECT situation FROM visits WHERE visits.id = 1 + contacts.id % 300)`,
  )
  database.tracking.operationId = null
  await db.transaction().execute(refreshSearchIndex)
  await catchUp(db)
  const visits = await db.selectFrom('visits').select('id').execute()
  entries = await entryTexts(
    db,
    visits.map(({ id }) => id * 2),
  )
  const rows = await db.selectFrom('search_contact_sources').selectAll().execute()
  sources = new Map(rows.map(({ id, source }) => [id, unpackSource(source)]))
})

afterAll(() => core[Symbol.asyncDispose]())

const part = (text: string, from: number, length: number) => text.slice(from % text.length).slice(0, length)

const ways: Readonly<Record<string, (source: SearchSource, from: number, length: number) => string>> = {
  name: ({ name }, from, length) => part(name, from, length),
  phone: ({ phones: [phone = ''] }, from, length) => part(phone, from, length + 2),
  wechat: ({ wechat }, from, length) => part(wechat, from, length + 2),
  pinyin: ({ reading }, from, length) =>
    part(
      plainSyllables(reading)
        .slice(from % 2)
        .join(''),
      0,
      length * 2,
    ),
  note: ({ notes: [[, text] = ['', '']] }, from, length) => part(text, from * 5, length + 1),
  'name and note': ({ name, notes: [[, text] = ['', '']] }, from, length) =>
    `${part(name, from, 1)} ${part(text, from * 5, length + 1)}`,
  'pinyin and phone': ({ reading, phones: [phone = ''] }, from) =>
    `${plainSyllables(reading)[0]} ${part(phone, from, 3)}`,
  initials: ({ reading }, from) =>
    plainSyllables(reading)
      .slice(from % 2)
      .map((syllable) => syllable[0])
      .join(''),
  mixed: ({ reading }, from, length) =>
    plainSyllables(reading)
      .map((syllable, index) => (index === from % 2 ? syllable.slice(0, 1) : syllable.slice(0, length + 1)))
      .map((typed, index, all) =>
        index === all.length - 1 || typed.length === 1 ? typed : (plainSyllables(reading)[index] ?? ''),
      )
      .join(''),
}

it('finds through the index exactly what looking at every record finds', async () => {
  const question = record({
    id: constantFrom(...sources.keys()),
    way: constantFrom(...Object.keys(ways)),
    from: integer({ min: 0, max: 8 }),
    length: integer({ min: 1, max: 5 }),
  })
  await assert(
    asyncProperty(question, async ({ id, way, from, length }) => {
      const source = sources.get(id)
      const search = searchFor((source && ways[way]?.(source, from, length)) ?? '', () => true)
      // Too short for a phone or WeChat, and Latin letters that are too few are everywhere.
      const { query } = search.phrase
      const { words } = search
      if (query.text.length < (way === 'phone' || way === 'wechat' ? 3 : 1)) return
      const found = await matchingIds(core.context.db, 'contact', search)
      const all = [...sources]
        .filter(
          ([, each]) => judge(each, query, () => true) ?? (words.length > 0 && judgeWords(each, words, () => true)),
        )
        .map(([each]) => each)
      const missed = all.filter((each) => !found.has(each)).map((each) => sources.get(each)?.reading)
      const wrong = [...found].filter((each) => !all.includes(each))
      expect({ query, missed, wrong }).toEqual({ query, missed: [], wrong: [] })
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('finds exactly the customers of whose visits one says it', async () => {
  const question = record({
    at: integer({ min: 0, max: 299 }),
    from: integer({ min: 0, max: 50 }),
    length: integer({ min: 1, max: 9 }),
    other: integer({ min: 0, max: 50 }),
  })
  await assert(
    asyncProperty(question, async ({ at, from, length, other }) => {
      const text = entries[at]?.text ?? ''
      // Every fourth time two words of it.
      const typed = [part(text, from, length + 1), ...(other % 4 === 0 ? [part(text, other, 2)] : [])].join(' ')
      const { phrase, words, ...search } = searchFor(typed, () => true)
      const queries = words.length > 0 ? words.map(({ query }) => query) : [phrase.query]
      if (queries.some(({ units }) => units.length === 0)) return
      const found = await findEntries(core.context.db, { phrase, words, ...search }, 1000, new Set())
      const all = new Set(entries.filter((each) => judgeEntry(each, queries)).map(({ customerId }) => customerId))
      expect({ typed, found: found.map(({ id }) => id).toSorted() }).toEqual({ typed, found: [...all].toSorted() })
    }),
    { numRuns: 200 },
  )
})
