import type { Row } from './cell.ts'
import { limits } from './limits.ts'
import { refuse } from './refusal.ts'

/** A quoted cell longer than this, or a row with more cells, is a quote someone forgot. */
const QUOTED_CHARS = 1_000_000
const UNCLOSED_QUOTES = 200

/**
 * Rows of delimited text, exactly as long as they are in the file: a row with a cell too many keeps it, so that the
 * caller can report it instead of shifting values. Blank lines are left out but counted.
 *
 * A quote that is never closed, or closes in the middle of a later row, is taken as an ordinary character, so that it
 * spoils one row and not the rest of the file.
 */
export function* parseCsv(text: string, delimiter: string): Generator<Row> {
  const lastQuote = text.lastIndexOf('"')
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  let unclosed = 0
  const separatorHint = /^sep=(.)\r?\n/.exec(text.slice(at, at + 8))
  if (separatorHint) {
    at += separatorHint[0].length
    line++
  }

  while (at < text.length) {
    const number = line
    const cells: string[] = []
    let hasProblem = false
    let isEnd = false
    while (!isEnd) {
      let cell: string
      const quoted = text[at] === '"' ? readQuoted(text, at, delimiter, lastQuote) : undefined
      if (quoted) {
        cell = quoted.value
        for (let i = text.indexOf('\n', at); i !== -1 && i < quoted.end; i = text.indexOf('\n', i + 1)) line++
        at = quoted.end
      } else {
        if (text[at] === '"') {
          hasProblem = true
          if (++unclosed > UNCLOSED_QUOTES) refuse('corrupted', 'too many unclosed quotes')
        }
        const end = endOfPlain(text, at, delimiter)
        if (end - at > limits.tokenChars) refuse('lineTooLong')
        cell = text.slice(at, end)
        at = end
      }
      cells.push(cell)
      if (cells.length > limits.columns) refuse('tooManyCells', 'columns')
      if (text[at] === delimiter) at++
      else isEnd = true
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    line++
    if (cells.length === 1 && cells[0] === '') continue
    yield hasProblem ? { number, cells, problem: 'unclosedQuote' } : { number, cells }
  }
}

/** The cell between quotes, or nothing when this quote opens no cell. */
function readQuoted(text: string, start: number, delimiter: string, lastQuote: number) {
  let from = start + 1
  let value = ''
  while (from <= lastQuote) {
    const close = text.indexOf('"', from)
    value += text.slice(from, close)
    if (value.length > QUOTED_CHARS) return undefined
    if (text[close + 1] !== '"') return closeQuoted(text, start, close + 1, delimiter, value)
    value += '"'
    from = close + 2
  }
  return undefined
}

/** What follows the closing quote decides: a delimiter or line end closes; a word goes on with the cell. */
function closeQuoted(text: string, start: number, afterQuote: number, delimiter: string, value: string) {
  let end = afterQuote
  while (text[end] === ' ') end++
  const next = text[end]
  if (next === undefined || next === delimiter || next === '\n' || next === '\r') return { value, end }
  if (/[\r\n]/.test(value)) return undefined
  const rest = endOfPlain(text, afterQuote, delimiter)
  return rest - start > limits.tokenChars ? undefined : { value: value + text.slice(afterQuote, rest), end: rest }
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  const separator = delimiter.charCodeAt(0)
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === separator || code === 10 || code === 13) break
    at++
  }
  return at
}
