import { pinyin } from 'pinyin-pro'
import type { CustomerKind } from '#contract/customers.ts'

/** A part of a name that is read as one: a Chinese character, or a run of other letters and digits. */
export interface NameUnit {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * How a name is read: pinyin with tone marks, one syllable a character, parted by spaces; other words stay as they are.
 *
 * A person's name begins with a surname, and many surnames have a reading of their own (单 shàn, 仇 qiú, 尉迟 yùchí).
 * A company's does not (华联 is huá lián), unless it is named after its owner (曾记 zēng jì).
 */
export function readingOf(name: string, kind: CustomerKind): string {
  const hasSurname = kind === 'person' || /^\p{Script=Han}{1,2}[记氏嫂姐哥]/u.test(name)
  return nameRuns(name)
    .flatMap(({ text, isHan, start }) =>
      isHan ? pinyin(text, { type: 'array', surname: hasSurname && start === 0 ? 'head' : 'off' }) : [text],
    )
    .join(' ')
}

/** The parts of a name, one for each syllable of its reading. */
export function nameUnits(name: string): NameUnit[] {
  return nameRuns(name).flatMap(({ text, start, isHan }) => {
    if (!isHan) return [{ text, start, end: start + text.length }]
    let end = start
    return [...text].map((character) => ({ text: character, start: end, end: (end += character.length) }))
  })
}

function nameRuns(name: string): { text: string; start: number; isHan: boolean }[] {
  return [...name.matchAll(/(\p{Script=Han}+)|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv)].map((match) => ({
    text: match[0],
    start: match.index,
    isHan: match[1] !== undefined,
  }))
}
