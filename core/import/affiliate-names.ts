import { splitWords } from '../sheets/words-text.ts'

export interface AffiliateName {
  /** As the cell has it: a number or a name, perhaps with how they belong together in brackets. */
  readonly text: string
  /** The same without the brackets at its end, and what stood in them. */
  readonly name: string
  readonly note: string
}

/** K20260002（母公司）、青禾里餐饮: whom a cell names. A name may end in brackets itself, so both readings are given. */
export function splitAffiliates(cell: string): AffiliateName[] {
  return splitWords(cell).map((text) => {
    const [, name = text, note = ''] = /^(.+?)\s*[（(]([^（()）]*)[)）]$/u.exec(text) ?? []
    return { text, name, note }
  })
}
