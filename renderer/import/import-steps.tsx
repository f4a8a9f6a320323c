import { Stepper } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './import-page.module.css'

export const steps = ['file', 'columns', 'check', 'run'] as const
export type Step = (typeof steps)[number]

export function ImportSteps({ step }: { readonly step: Step }) {
  const { t } = useTranslation('import')
  return (
    <Stepper
      active={steps.indexOf(step)}
      iconSize={22}
      classNames={{ root: classes.stepper, step: classes.stepperStep, stepBody: classes.stepperBody }}
      completedIcon={<IconCheck size={13} stroke={2} />}
    >
      {steps.map((one) => (
        <Stepper.Step
          key={one}
          component="span"
          label={t(`step.${one}`)}
          aria-current={one === step ? 'step' : undefined}
          allowStepSelect={false}
        />
      ))}
    </Stepper>
  )
}
