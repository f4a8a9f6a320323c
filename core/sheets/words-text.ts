/** Several words in one cell: 老客户、介绍人. A word that holds a separator itself stands in quotes. */
export function joinWords(words: readonly string[], between: string): string {
  return words
    .map((word) => (/[、,，;；\n"]|^\s|\s$/.test(word) ? `"${word.replaceAll('"', '""')}"` : word))
    .join(between)
}

export function splitWords(text: string): string[] {
  const words: string[] = []
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^、,，;；\n]*))\s*(?:[、,，;；\n]|$)/gy
  for (const match of text.matchAll(pattern)) {
    const word = match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').trim()
    if (word !== '') words.push(word)
    if (match.index + match[0].length >= text.length) break
  }
  return words
}
