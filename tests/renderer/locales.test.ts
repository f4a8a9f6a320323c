import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../contract/commands.ts'
import { domainErrors, Entity, FileProblem, ValueProblem } from '../../contract/errors.ts'
import { OperationKind } from '../../contract/operations.ts'

type Words = { readonly [key: string]: string | Words }

const root = join(import.meta.dirname, '../../renderer/locales')
const namespaces = globSync('*.json', { cwd: join(root, 'zh-CN') }).map((file) => basename(file, '.json'))

/** 正月十四 in Chinese, month 1 day 14 in English: the page gives both. */
const saidOtherwise = 'follow-ups.lunar'

describe('the words', () => {
  it('stand in the same files in both languages', () => {
    expect(
      globSync('*.json', { cwd: join(root, 'en') })
        .map((file) => basename(file, '.json'))
        .toSorted(),
    ).toEqual(namespaces.toSorted())
  })

  it.each(namespaces)('of %s are complete in both languages', (name) => {
    expect([...new Set(flat(read('en', name)).map(([key]) => withoutPlural(key)))].toSorted()).toEqual(
      [...new Set(flat(read('zh-CN', name)).map(([key]) => withoutPlural(key)))].toSorted(),
    )
  })

  it.each(namespaces)('of %s take the same values in both languages', (name) => {
    const values = (language: string) =>
      Object.fromEntries(
        flat(read(language, name))
          .filter(([key]) => !`${name}.${key}`.startsWith(saidOtherwise))
          .map(([key, text]) => [withoutPlural(key), placeholders(text)]),
      )
    expect(values('en')).toEqual(values('zh-CN'))
  })

  it.each(namespaces)('of %s are Chinese with full-width marks', (name) => {
    const odd = flat(read('zh-CN', name)).filter(([, text]) =>
      /\p{Script=Han}[,;:?!](?!\d)|\p{Script=Han}\.(?!\w)|\.\.\./u.test(text),
    )
    expect(odd).toEqual([])
  })
})

describe('what the core can say', () => {
  it.each([
    ['entity', Entity.options],
    ['problem', ValueProblem.options],
    ['file', FileProblem.options],
    ['rule', domainErrors.RULE_BROKEN.data.shape.rule.options],
  ])('every %s of an error has its words', (group, codes) => {
    expect(Object.keys(read('zh-CN', 'errors')[group] ?? {}).toSorted()).toEqual([...codes].toSorted())
  })

  it('every operation has its words', () => {
    const { kind } = read('zh-CN', 'history')
    expect(Object.keys(kind ?? {})).toEqual(expect.arrayContaining(OperationKind.options))
  })

  it('every command has its words', () => {
    expect(Object.keys(read('zh-CN', 'commands'))).toEqual(expect.arrayContaining(commands.map(({ id }) => id)))
  })
})

function read(language: string, name: string): Words {
  return JSON.parse(readFileSync(join(root, language, `${name}.json`), 'utf8'))
}

function flat(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}

function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '')
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').toSorted()
}
