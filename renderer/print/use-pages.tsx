import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { measureBlocks } from './measure.ts'
import { paginate } from './paginate.ts'
import { type Block, type SheetOptions, type SheetSource, type SheetWords, sheetBlocks } from './sheet-blocks.ts'
import { type Group, groupsOf, place, placePieces } from './sheet-pages.ts'
import { SheetDraft } from './sheet.tsx'

export interface SheetPage {
  readonly key: string
  readonly source: SheetSource
  readonly page: number
  readonly pages: number
  readonly groups: readonly Group[]
}

interface Pages {
  readonly pages: readonly SheetPage[]
  /** How many customers have been dealt out to pages so far. */
  readonly measured: number
  /** The customers that are being measured now; the page draws them out of sight. */
  readonly draft: ReactNode
}

const measuredAtOnce = 10

/** Deals customers out to pages, a few at a time so that the window stays quick. */
export function usePages(sources: readonly SheetSource[], options: SheetOptions, words: SheetWords): Pages {
  const cards = useMemo(
    () => sources.map((source) => ({ source, blocks: sheetBlocks(source, options, words) })),
    [sources, options, words],
  )
  const [done, setDone] = useState<{ cards: typeof cards; pages: readonly SheetPage[][] }>({ cards, pages: [] })
  const finished = useMemo(() => (done.cards === cards ? done.pages : []), [done, cards])
  const drafts = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const batch = batchOf(cards, finished.length)
    if (batch.length === 0 || !drafts.current) return undefined
    const elements = [...drafts.current.children]
    const pages = batch.map(({ source, blocks }, index) => pagesOf(source, blocks, elements[index]))
    // Not at once: between two batches the window answers, and React does not take it for a loop.
    const timer = setTimeout(() => setDone({ cards, pages: [...finished, ...pages] }))
    return () => clearTimeout(timer)
  }, [cards, finished])

  const batch = batchOf(cards, finished.length)
  return {
    pages: finished.flat(),
    measured: finished.length,
    draft: batch.length > 0 && (
      <div ref={drafts}>
        {batch.map(({ source, blocks }) => (
          <div key={source.card.id}>
            <SheetDraft card={source.card} groups={groupsOf(place(blocks))} />
          </div>
        ))}
      </div>
    ),
  }
}

function batchOf<T>(all: readonly T[], from: number): readonly T[] {
  return all.slice(from, from + measuredAtOnce)
}

function pagesOf(source: SheetSource, blocks: readonly Block[], draft: Element | undefined): SheetPage[] {
  if (!draft) throw new Error('The card was not drawn for measuring.')
  const elements = [...draft.querySelectorAll<HTMLElement>('[data-measure="blocks"] [data-block]')]
  const measured = measureBlocks(blocks, elements)
  const pages = paginate(measured, { firstPage: roomOn('firstPage', draft), laterPages: roomOn('laterPage', draft) })
  return pages.map((pieces, index) => ({
    key: `${source.card.id}.${index}`,
    source,
    page: index + 1,
    pages: pages.length,
    groups: groupsOf(placePieces(pieces, blocks, measured)),
  }))
}

function roomOn(page: 'firstPage' | 'laterPage', draft: Element): number {
  return draft.querySelector(`[data-measure="${page}"] [data-flow]`)?.getBoundingClientRect().height ?? 0
}
