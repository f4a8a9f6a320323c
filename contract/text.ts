// Everything below U+0020 but tab and newline, DEL, the C1 controls and the two non-characters of the BMP.
// oxlint reads this as an accident; it is the point.
const control = /[\p{Cc}\uFFFE\uFFFF]/gu

// What most text is made of and needs nothing: an import asks this of millions of cells.
const clean = /^[\n\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/

/**
 * The one place where typed text is made fit to be stored: Unicode NFC, well formed, line ends as `\n`,
 * no control characters but newline and tab.
 *
 * `removed` counts what was taken out, so that the page can say so.
 */
export function cleanText(text: string): { text: string; removed: number } {
  if (clean.test(text)) return { text, removed: 0 }
  let removed = 0
  const cleaned = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(control, (character) => {
      if (character === '\n' || character === '\t') return character
      removed++
      return ''
    })
    .normalize('NFC')
  return { text: cleaned, removed }
}
