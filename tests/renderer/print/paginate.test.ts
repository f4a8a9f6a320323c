import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MeasuredBlock, paginate, type Piece } from '../../../renderer/print/paginate.ts'

const lineHeight = 17
const padding = 6

const room = { firstPage: 800, laterPages: 900 }

function block(lines: number, more: Partial<MeasuredBlock> = {}): MeasuredBlock {
  const ends = Array.from({ length: lines }, (_, index) => padding + (index + 1) * lineHeight)
  return {
    table: null,
    head: 0,
    height: padding * 2 + lines * lineHeight,
    lineEnds: lines < 2 ? [] : ends,
    keepsWithNext: false,
    ...more,
  }
}

function linesOf(blocks: readonly MeasuredBlock[]): string[] {
  return blocks.flatMap(({ lineEnds }, index) =>
    Array.from({ length: Math.max(1, lineEnds.length) }, (_, line) => `${index}.${line}`),
  )
}

function linesOn(pages: readonly Piece[][]): string[] {
  return pages
    .flat()
    .flatMap(({ block, from, to }) => Array.from({ length: to - from }, (_, line) => `${block}.${from + line}`))
}

function heightOn(page: readonly Piece[], blocks: readonly MeasuredBlock[]): number {
  let table: string | null = null
  return page.reduce((height, piece) => {
    const one = blocks[piece.block] ?? block(1)
    const head = one.table !== null && one.table !== table ? one.head : 0
    table = one.table
    return height + head + padding * 2 + (piece.to - piece.from) * lineHeight
  }, 0)
}

const anyBlocks = fc
  .array(
    fc.record({
      lines: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 })),
      table: fc.constantFrom(null, 'visits', 'contacts'),
      hasTitle: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((all) =>
    all.flatMap(({ lines, table, hasTitle }) => [
      ...(hasTitle ? [block(1, { keepsWithNext: true })] : []),
      block(lines, { table, head: table === null ? 0 : 30 }),
    ]),
  )

describe('dealing blocks out to pages', () => {
  it('puts every line on exactly one page, in order, and never overfills one', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const pages = paginate(blocks, room)
        expect(linesOn(pages)).toEqual(linesOf(blocks))
        pages.forEach((page, index) => {
          expect(page).not.toEqual([])
          const limit = index === 0 ? room.firstPage : room.laterPages
          expect(heightOn(page, blocks)).toBeLessThanOrEqual(limit + 1e-6)
        })
      }),
    )
  })

  it('never leaves a title, or a single line of a longer text, alone at the foot of a page', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        for (const page of paginate(blocks, room).slice(0, -1)) {
          const last = page.at(-1)
          const one = last && blocks[last.block]
          expect(one?.keepsWithNext).toBe(false)
          const lines = (last?.to ?? 0) - (last?.from ?? 0)
          expect(lines).toBeGreaterThanOrEqual((one?.lineEnds.length ?? 0) >= 4 ? 2 : 1)
        }
      }),
    )
  })

  it('fills a page before it turns it', () => {
    const blocks = [block(30), block(100)]
    const [first] = paginate(blocks, room)
    expect(heightOn(first ?? [], blocks)).toBeGreaterThan(room.firstPage - lineHeight)
  })

  it('goes on past the edge with a block that no page can hold, rather than for ever', () => {
    const tall = block(1, { height: 5000 })
    expect(paginate([block(1), tall, block(1)], room)).toHaveLength(3)
  })
})
