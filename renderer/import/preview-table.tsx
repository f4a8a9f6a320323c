import { useTranslation } from 'react-i18next'
import type { ImportCheck } from '#contract/imports.ts'
import { Chip } from '../ui/chip.tsx'
import classes from './check-step.module.css'
import type { Importing } from './use-import.ts'
import { useTargets } from './use-targets.ts'

interface PreviewTableProps {
  readonly work: Importing
  readonly check: ImportCheck
}

/** The first rows as they will be on the cards. */
export function PreviewTable({ work, check }: PreviewTableProps) {
  const { t } = useTranslation('import')
  const targets = useTargets()
  const columns = work.columns.filter(({ plan }) => plan.to.kind !== 'skip')

  return (
    <section aria-label={t('preview')}>
      <h2 className={classes.heading}>{t('preview')}</h2>
      {/* What scrolls by key must be reachable by key. */}
      <div className={classes.preview} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('table.outcome')}</th>
              {columns.map(({ index, plan }) => (
                <th key={index} scope="col">
                  {plan.to.kind === 'newField' ? plan.to.label : targets.label(plan.to)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {check.preview.map(({ row, outcome, values }) => (
              <tr key={row} data-outcome={outcome}>
                <td>{row}</td>
                <td>
                  <Chip tone={outcome === 'leaveOut' ? 'warn' : outcome === 'create' ? 'accent' : 'plain'}>
                    {t(`outcome.${outcome}`)}
                  </Chip>
                </td>
                {columns.map(({ index }) => (
                  <td key={index}>{values.find(({ column }) => column === index)?.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
