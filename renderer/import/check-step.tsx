import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '#contract/imports.ts'
import { client } from '../lib/api.ts'
import { drain } from '../lib/drain.ts'
import { formatNumber } from '../lib/format.ts'
import { errorMessage } from '../lib/show-error.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import classes from './check-step.module.css'
import { Counts } from './counts.tsx'
import { DecisionsForm } from './decisions-form.tsx'
import type { ShownRows } from './file-rows-pane.tsx'
import { PreviewTable } from './preview-table.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Importing } from './use-import.ts'
import type { Progress } from './use-run.ts'

interface CheckStepProps {
  readonly work: Importing
  readonly plan: ImportPlan
  readonly onCurrent: (column: number | null) => void
  readonly onShow: (rows: ShownRows) => void
}

/** What the import would do, found out by doing all of it but the writing. */
export function CheckStep({ work, plan, onCurrent, onShow }: CheckStepProps) {
  const { t } = useTranslation('import')
  const [progress, setProgress] = useState<Progress | null>(null)
  const { data, error, isFetching } = useQuery({
    queryKey: ['imports', 'check', plan],
    queryFn: async ({ signal }) => (await drain(await client.imports.check(plan, { signal }), setProgress)).check,
    placeholderData: keepPreviousData,
    meta: { ownErrors: true },
    gcTime: 0,
  })
  const isSlow = useDelayed(isFetching)

  return (
    <div className={classes.check} aria-busy={isFetching}>
      <div className={classes.summary}>
        {error && (
          <p className={classes.problem} role="alert">
            {errorMessage(error)}
          </p>
        )}
        {data && (
          <Counts
            counts={[
              { label: t('count.create'), value: data.create },
              { label: t('count.update'), value: data.update },
              { label: t('count.same'), value: data.same },
              { label: t('count.leaveOut'), value: data.leaveOut, tone: 'warn' },
              { label: t('count.repeated'), value: data.repeated },
              { label: t('count.contacts'), value: data.contacts },
              { label: t('count.visits'), value: data.visits },
              { label: t('count.newFields'), value: data.newFields },
            ]}
          />
        )}
        {isSlow && progress && (
          <span className={classes.progress} role="status">
            {t('checking', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
          </span>
        )}
      </div>
      <DecisionsForm work={work} hasUpdates={(data?.update ?? 0) + (data?.same ?? 0) > 0} />
      {data && (
        <div className={classes.findings}>
          <ProblemList work={work} check={data} onCurrent={onCurrent} onShow={onShow} />
          <PreviewTable work={work} check={data} />
        </div>
      )}
    </div>
  )
}
