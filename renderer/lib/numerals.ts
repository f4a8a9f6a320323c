const digits = new Map([...'零一二三四五六七八九'].map((character, index) => [character, index]))

/** One whole number below a hundred in Chinese, for a regular expression: 十五, 廿三, 两. */
export const hanNumber =
  '(?:[二两三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[零一二两三四五六七八九])'

/** Reads `15`, `十五`, `廿三`, `初五` and `两`. NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace(/^初/, '').replace('两', '二').replace('廿', '二十').replace('卅', '三十')
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['零', plain]
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones))
}

function digitOf(character: string | undefined): number {
  return digits.get(character ?? '') ?? Number.NaN
}
