import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './import-steps.module.css'

export const steps = ['file', 'columns', 'check', 'run'] as const
export type Step = (typeof steps)[number]

/** Where one is. It is read, not pressed: the buttons beside it lead on and back. */
export function ImportSteps({ step }: { readonly step: Step }) {
  const { t } = useTranslation('import')
  const current = steps.indexOf(step)
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {steps.map((one, index) => (
        <li
          key={one}
          className={classes.step}
          data-state={index < current ? 'done' : index === current ? 'current' : 'ahead'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={classes.circle} aria-hidden>
            {index + 1}
            {index < current && <IconCheck size={13} stroke={2} />}
          </span>
          {t(`step.${one}`)}
        </li>
      ))}
    </ol>
  )
}
