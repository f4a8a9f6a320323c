import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../lib/format.ts'
import { useKeys } from '../lib/keys.ts'
import { goBack, paths } from '../lib/navigation.ts'
import { Page } from '../ui/page.tsx'
import { Pending } from '../ui/pending.tsx'
import { type KeyHint, StatusBar } from '../ui/status-bar.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FileRowsPane, type ShownRows } from './file-rows-pane.tsx'
import { FileStep } from './file-step.tsx'
import classes from './import-page.module.css'
import { hasName, type NextSheet, nextSheet } from './import-plan.ts'
import { ImportSteps, type Step, steps } from './import-steps.tsx'
import { RunStep } from './run-step.tsx'
import { SourceBar } from './source-bar.tsx'
import { useImport } from './use-import.ts'
import { useRun } from './use-run.ts'

/** A file of customers comes in, in four steps one can go back from; only the last one writes. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const work = useImport()
  const [chosenStep, setStep] = useState<Step>('file')
  // A file that cannot be read leads back to where another is chosen.
  const step = work.error ? 'file' : chosenStep
  const run = useRun()
  const [current, setCurrent] = useState<number | null>(null)
  const [shown, setShown] = useState<ShownRows | null>(null)
  const { sheet, columns } = work

  const canGoOn = step !== 'run' && sheet !== null && !work.isReading && (step === 'file' || hasName(columns))
  const canGoBack = step !== 'file' && !run.isRunning && run.report === null
  const go = (by: 1 | -1) => {
    const next = steps[steps.indexOf(step) + by]
    if (!next || !(by === 1 ? canGoOn : canGoBack)) return
    setShown(null)
    setCurrent(null)
    setStep(next)
    if (next === 'run' && work.plan) run.start(work.plan)
  }
  const goOnWith = ({ index }: NextSheet) => {
    run.forget()
    work.readAs({ sheet: index, headerRow: null })
    setStep('columns')
  }
  const leave = () => !run.isRunning && goBack(paths.customers)

  useKeys({ 'alt+ArrowRight': () => go(1), 'alt+ArrowLeft': () => go(-1), Escape: leave })

  return (
    <Page
      flush
      title={t('title')}
      subtitle={<ImportSteps step={step} />}
      actions={
        <>
          <Button variant="subtle" color="gray" onClick={leave} disabled={run.isRunning}>
            {t(run.report ? 'close' : 'cancel')}
          </Button>
          {step !== 'file' && run.report === null && (
            <Button leftSection={<IconArrowLeft size={15} />} onClick={() => go(-1)} disabled={!canGoBack}>
              {t('previous')}
            </Button>
          )}
          {step !== 'run' && (
            <Button
              variant="filled"
              rightSection={<IconArrowRight size={15} />}
              onClick={() => go(1)}
              disabled={!canGoOn}
            >
              {t(`next.${step}`)}
            </Button>
          )}
        </>
      }
    >
      {sheet && step !== 'run' && <SourceBar work={work} sheet={sheet} isEditable={step !== 'check'} />}
      <div className={classes.step}>
        {step === 'file' && <FileStep work={work} onTaken={() => setStep('columns')} />}
        {step === 'columns' && sheet === null && <Pending />}
        {step === 'columns' && sheet && (
          <ColumnsStep work={work} current={current} onCurrent={setCurrent} onShow={setShown} />
        )}
        {step === 'check' && work.plan && (
          <CheckStep work={work} plan={work.plan} onCurrent={setCurrent} onShow={setShown} />
        )}
        {step === 'run' && <RunStep run={run} next={sheet && nextSheet(sheet)} onNext={goOnWith} />}
      </div>
      {sheet && step !== 'run' && (
        <FileRowsPane work={work} sheet={sheet} current={current} shown={shown} onShow={setShown} />
      )}
      <StatusBar keys={keysOf(step)}>
        {work.file && <span>{work.file.name}</span>}
        {sheet && <span>{t('rows', { count: sheet.rowCount, shown: formatNumber(sheet.rowCount) })}</span>}
        {run.report === null && <span>{t('nothingWritten')}</span>}
      </StatusBar>
    </Page>
  )

  function keysOf(step: Step): KeyHint[] {
    const next = { keys: ['Alt', '→'], label: t('keys.next') }
    const leaving = { keys: ['Esc'], label: t('keys.cancel') }
    if (step === 'run') return []
    if (step !== 'columns') return canGoOn ? [next, leaving] : [leaving]
    return [
      { keys: ['↑', '↓'], label: t('keys.column') },
      { keys: ['Space'], label: t('keys.target') },
      { keys: ['N'], label: t('keys.newField') },
      next,
      leaving,
    ]
  }
}
