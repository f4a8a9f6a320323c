import { Button, Progress } from '@mantine/core'
import { IconCircleCheck, IconDownload, IconUsers } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#contract/imports.ts'
import { tell, undoOperation } from '../lib/announce.tsx'
import { formatNumber } from '../lib/format.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { shell } from '../lib/shell.ts'
import { errorMessage } from '../lib/show-error.ts'
import { Counts } from './counts.tsx'
import type { NextSheet } from './import-plan.ts'
import classes from './run-step.module.css'
import type { Run } from './use-run.ts'

interface RunStepProps {
  readonly run: Run
  readonly next: NextSheet | null
  /** Goes on with another sheet of the same workbook. */
  readonly onNext: (sheet: NextSheet) => void
}

export function RunStep({ run, next, onNext }: RunStepProps) {
  const { t } = useTranslation('import')
  if (run.report) return <Report report={run.report} next={next} onNext={onNext} />
  if (run.isRunning) return <Running run={run} />
  return (
    <div className={classes.run}>
      <p className={run.error ? classes.problem : classes.title} role="alert">
        {run.error ? errorMessage(run.error) : t('run.stopped')}
      </p>
      <p className={classes.hint}>{t('run.nothingChanged')}</p>
    </div>
  )
}

function Running({ run: { progress, stop, wasStopped } }: { readonly run: Run }) {
  const { t } = useTranslation('import')
  const percent = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0
  return (
    <div className={classes.run}>
      <p className={classes.title} role="status">
        {t(`run.${progress?.phase ?? 'reading'}`)}
      </p>
      <Progress className={classes.progress} value={percent} size={4} aria-label={t('run.progress')} />
      <p className={classes.hint}>
        {progress && t('run.counts', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
      </p>
      <Button onClick={stop} disabled={wasStopped} autoFocus>
        {t('run.stop')}
      </Button>
      <p className={classes.hint}>{t('run.allOrNothing')}</p>
    </div>
  )
}

function Report({ report, next, onNext }: Omit<RunStepProps, 'run'> & { readonly report: ImportReport }) {
  const { t } = useTranslation('import')
  const { leftOutFile } = report
  const save = useMutation({
    mutationFn: async () => leftOutFile && shell.saveFile(leftOutFile),
    onSuccess: (saved) => saved && tell(t('run.saved', { name: saved.name })),
  })
  return (
    <div className={classes.run}>
      <IconCircleCheck size={32} stroke={1.2} className={classes.done} aria-hidden />
      <p className={classes.title} role="status">
        {t('run.done')}
      </p>
      <Counts
        counts={[
          { label: t('count.create'), value: report.created },
          { label: t('count.update'), value: report.updated },
          { label: t('count.same'), value: report.same },
          { label: t('count.leaveOut'), value: report.leftOut, tone: report.leftOut > 0 ? 'warn' : undefined },
          { label: t('count.contacts'), value: report.contacts },
          { label: t('count.visits'), value: report.visits },
        ]}
      />
      <div className={classes.actions}>
        <Button
          variant="filled"
          leftSection={<IconUsers size={15} />}
          onClick={() => navigate(paths.customers)}
          autoFocus
        >
          {t('run.look')}
        </Button>
        {next && <Button onClick={() => onNext(next)}>{t('run.nextSheet', { name: next.name })}</Button>}
        {leftOutFile && (
          <Button leftSection={<IconDownload size={15} />} onClick={() => save.mutate()} loading={save.isPending}>
            {t('run.saveLeftOut', { count: report.leftOut })}
          </Button>
        )}
        <Button
          onClick={() => {
            void undoOperation(report.operationId)
            navigate(paths.customers)
          }}
        >
          {t('run.undo')}
        </Button>
      </div>
      <p className={classes.hint}>{t('run.undoLater')}</p>
    </div>
  )
}
