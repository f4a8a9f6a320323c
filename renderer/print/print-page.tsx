import { Button, Checkbox } from '@mantine/core'
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { PageSetup } from '#contract/shell.ts'
import { commandKey, useCommand } from '../lib/commands.ts'
import { useKeys } from '../lib/keys.ts'
import { useLayout } from '../lib/layout.ts'
import { goBack, paths } from '../lib/navigation.ts'
import { useStart } from '../lib/start.ts'
import { Keys } from '../ui/key-cap.tsx'
import { Page } from '../ui/page.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import { loadSheets } from './load-sheets.ts'
import classes from './print-page.module.css'
import { hasSensitive, type SheetSource } from './sheet-blocks.ts'
import { Sheet } from './sheet.tsx'
import { usePages } from './use-pages.tsx'
import { useSaved } from './use-saved.ts'
import { useSheetWords } from './use-sheet-words.ts'

const setup: PageSetup = { paper: 'A4', landscape: false }
const nothing: readonly SheetSource[] = []

/** Preview and print of customer cards: what is on the screen is what comes out on paper. */
export function PrintPage({ ids }: { readonly ids: readonly CustomerId[] }) {
  const { t } = useTranslation('print')
  const layout = useLayout()
  const { staff, today } = useStart()
  const [withSensitive, setWithSensitive] = useState(false)
  const [loaded, setLoaded] = useState(0)
  const sources = useQuery({
    queryKey: ['print', ids],
    queryFn: ({ signal }) => loadSheets(ids, signal, setLoaded),
  })
  const options = useMemo(() => ({ layout, staff, today, withSensitive }), [layout, staff, today, withSensitive])
  const { pages, measured, draft } = usePages(sources.data ?? nothing, options, useSheetWords())
  const isReady = sources.isSuccess && measured === sources.data.length
  const leave = () => goBack(backPath(ids))
  const { print, save, isSaving } = useSaved(setup, sources.data ?? nothing)

  useCommand('print', isReady ? print : null)
  useKeys({ Escape: leave, Enter: () => isReady && print() })
  const summary = isReady
    ? t('count', { count: ids.length, pages: pages.length })
    : sources.isSuccess
      ? t('layingOut', { done: measured, total: ids.length })
      : t('reading', { done: loaded, total: ids.length })

  return (
    <Page
      flush
      title={t('title')}
      subtitle={summary}
      actions={
        <>
          {hasSensitive(layout) && (
            <Checkbox
              label={t('withSensitive')}
              checked={withSensitive}
              onChange={(event) => setWithSensitive(event.currentTarget.checked)}
            />
          )}
          <Button leftSection={<IconArrowLeft size={15} />} onClick={leave}>
            {t('back')}
          </Button>
          <Button leftSection={<IconFileTypePdf size={15} />} onClick={save} disabled={!isReady} loading={isSaving}>
            {t('savePdf')}
          </Button>
          <Button
            variant="filled"
            leftSection={<IconPrinter size={15} />}
            rightSection={<Keys keys={commandKey('print')} />}
            onClick={print}
            disabled={!isReady}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      {/* What scrolls by key must be reachable by key. */}
      <section className={classes.desk} tabIndex={0} aria-label={t('preview')} aria-busy={!isReady}>
        <div className={classes.sheets} data-sheets>
          {pages.map(({ key, source, page, pages, groups }) => (
            <Sheet key={key} card={source.card} groups={groups} page={page} pages={pages} />
          ))}
        </div>
      </section>
      <div className={classes.drafts} aria-hidden inert>
        {draft}
      </div>
      <StatusBar
        keys={[
          { keys: ['Enter'], label: t('print') },
          { keys: ['Esc'], label: t('back') },
        ]}
      >
        {summary}
      </StatusBar>
    </Page>
  )
}

function backPath(ids: readonly CustomerId[]): string {
  const [only] = ids
  return only !== undefined && ids.length === 1 ? paths.card(only) : paths.customers
}
