// Everything below U+0020 but tab and newline, DEL, the C1 controls and the two non-characters of the BMP.
// oxlint reads this as an accident; it is the point.
const control = /[\p{Cc}\uFFFE\uFFFF]/gu

/**
 * The one place where typed text is made fit to be stored: Unicode NFC, well formed, line ends as `\n`,
 * no control characters but newline and tab.
 *
 * `removed` counts what was taken out, so that the page can say so.
 */
export function cleanText(text: string): { text: string; removed: number } {
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
