/**
 * Rows as a spreadsheet takes them from the clipboard: cells parted by tabs, quoted where they hold a tab, a quote or
 * a line break. A cell that a spreadsheet would run as a formula is led by an apostrophe, which it takes off again.
 */
export function clipboardTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n')
}

function cell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d\s.()-]*$)/.test(text) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
