import { looksDialable, phoneDigits } from '#contract/phones.ts'

export interface LabelledPhone {
  readonly label: string
  readonly number: string
}

/** The phones a cell holds: one a line, or several parted by ; , 、 or / where each part is long enough for one. */
export function splitPhones(text: string): LabelledPhone[] {
  return text.split('\n').flatMap((line) => {
    const labelled = /^\s*([^:：\d]{1,20})[:：]\s?(.*)$/.exec(line)
    if (labelled) {
      const number = (labelled[2] ?? '').trim()
      return number === '' ? [] : [{ label: (labelled[1] ?? '').trim(), number }]
    }
    const parts = line
      .split(/[;；,，、/|]|\s{2,}|(?<=\d{11})\s(?=1\d{10})/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const areSeveral = parts.length > 1 && parts.every((part) => looksDialable(part) && phoneDigits(part).length >= 7)
    const numbers = areSeveral ? parts : [line.trim()]
    return numbers.filter((number) => number !== '').map((number) => ({ label: '', number }))
  })
}
