import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { matchingIds } from '#core/search/find.ts'
import { searchFor } from '#core/search/search-words.ts'
import { judge } from '#core/search/judge.ts'
import { plainSyllables } from '#core/search/match-reading.ts'
import { refreshSearchIndex } from '#core/search/search-index.ts'
import { type SearchSource, unpackSource } from '#core/search/search-source.ts'
import { companyOf, generateCompany } from '../../bench/generate.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

let core: TestCore
let sources: ReadonlyMap<number, SearchSource>

beforeAll(async () => {
  core = await openTestCore()
  const { db, database } = core.context
  generateCompany(database.sqlite, { ...companyOf(400), visits: 0, openFollowUps: 0 }, '2026-03-02')
  await db.transaction().execute(refreshSearchIndex)
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
      if (query.text.length < (way === 'phone' || way === 'wechat' ? 3 : 1)) return
      const found = await matchingIds(core.context.db, 'contact', search)
      const all = [...sources].filter(([, each]) => judge(each, query, () => true)).map(([each]) => each)
      const missed = all.filter((each) => !found.has(each)).map((each) => sources.get(each)?.reading)
      const wrong = [...found].filter((each) => !all.includes(each))
      expect({ query, missed, wrong }).toEqual({ query, missed: [], wrong: [] })
    }),
    { numRuns: 400 },
  )
})
