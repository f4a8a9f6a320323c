const shape = /^-?(\d+(\.\d*)?|\.\d+)$/

/** A number as people type it: full-width digits, thousands commas. Null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = plainNumber(text)
  return shape.test(plain) ? Number(plain) : null
}

/** An amount in minor units: ¥1,280.50 is 128050. 1.2万 is 1200000. Null when it is none or has parts of a 分. */
export function parseMoney(text: string): number | null {
  const [, amount = '', tenThousands] =
    /^(.*?)(万)?$/.exec(
      plainNumber(text)
        .replace(/^(-?)[¥￥]/, '$1')
        .replace(/元$/, ''),
    ) ?? []
  if (!shape.test(amount)) return null
  const minor = Number(amount) * (tenThousands ? 1_000_000 : 100)
  const rounded = Math.round(minor)
  return Number.isSafeInteger(rounded) && Math.abs(minor - rounded) < 1e-4 ? rounded : null
}

function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[,\s_]/g, '')
    .replace(/[−–]/, '-')
}
