/** Terms hold letters and digits only, so quotes need no escape; they keep AND and OR from being words of the query. */
export function quoted(term: string): string {
  return `"${term}"`
}

export function allOf(expressions: readonly string[]): string {
  return expressions.map((expression) => `(${expression})`).join(' AND ')
}

export function anyOf(expressions: readonly string[]): string {
  return expressions.join(' OR ')
}
