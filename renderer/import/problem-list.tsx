import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportCheck } from '#contract/imports.ts'
import classes from './check-step.module.css'
import type { ShownRows } from './file-rows-pane.tsx'
import { columnLetter } from './import-plan.ts'
import type { Importing } from './use-import.ts'

interface ProblemListProps {
  readonly work: Importing
  readonly check: ImportCheck
  readonly onCurrent: (column: number | null) => void
  readonly onShow: (rows: ShownRows) => void
}

/** What cannot come in as it is, by column and reason, with the rows concerned. */
export function ProblemList({ work, check, onCurrent, onShow }: ProblemListProps) {
  const { t } = useTranslation('import')
  if (check.byProblem.length === 0) {
    return (
      <p className={classes.fine}>
        <IconCircleCheck size={16} aria-hidden />
        {t('noProblems')}
      </p>
    )
  }
  return (
    <section aria-label={t('problems')}>
      <h2 className={classes.heading}>{t('problems')}</h2>
      <ul className={classes.problems}>
        {check.byProblem.map(({ problem, column, count }) => {
          const found = check.problems.filter((one) => one.problem === problem && one.column === column)
          const place = column === null ? null : `${columnLetter(column)} ${work.columns[column]?.header ?? ''}`
          const label = [place, t(`problem.${problem}`)].filter((word) => word !== null).join(t('colon'))
          const rows = [...new Set(found.map(({ row }) => row))].slice(0, 200)
          return (
            <li key={`${column}.${problem}`}>
              <IconAlertTriangle size={14} aria-hidden />
              <span>{label}</span>
              <span className={classes.example}>{found[0]?.value}</span>
              <span className={classes.outcome}>
                {t(found[0]?.isRowLeftOut ? 'rowsLeftOut' : 'valuesLeftOut', { count })}
              </span>
              <button
                type="button"
                className={classes.link}
                onClick={() => {
                  onCurrent(column)
                  onShow({ rows, label })
                }}
              >
                {t('showRows', { count: rows.length })}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
