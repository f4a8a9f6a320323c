// Two things SQLite's binding would change without a word: NaN becomes NULL, a lone surrogate becomes U+FFFD.
// NUL is text that SQLite and JavaScript measure differently.
const unstorable = /[\0\uD800-\uDFFF]/u

/** The one gate every value passes on its way into the file. It throws rather than store something else than was meant. */
export function bindable(value: unknown): string | number | bigint | null | Uint8Array {
  switch (typeof value) {
    case 'string':
      if (unstorable.test(value)) throw new UnstorableValueError('text that is not well formed or holds NUL')
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new UnstorableValueError(`the number ${value}`)
      if (Number.isInteger(value) && !Number.isSafeInteger(value))
        throw new UnstorableValueError(`the integer ${value}`)
      return value
    case 'bigint':
      return value
    case 'boolean':
      return value ? 1 : 0
    default:
      if (value === null) return null
      if (value instanceof Uint8Array) return value
      throw new UnstorableValueError(value === undefined ? 'undefined' : `a ${typeof value}`)
  }
}

export class UnstorableValueError extends Error {
  override name = 'UnstorableValueError'

  constructor(what: string) {
    super(`Refused to store ${what}.`)
  }
}
