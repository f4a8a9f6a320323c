import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { choiceLabel, useField } from '../lib/layout.ts'
import classes from './grade-seal.module.css'

interface GradeSealProps {
  /** Key of a choice of the customer's field `grade`. */
  readonly grade: string | null
  readonly size?: 'sm' | 'lg'
}

/** The grade as a seal: a letter and the weight of its ink, no hue, so that it reads in grey and on a fax. */
export function GradeSeal({ grade, size = 'sm' }: GradeSealProps) {
  const { t } = useTranslation()
  const field = useField('customer', 'grade')
  if (grade === null || grade === '') return <span className={classes.none} data-size={size} />
  const label = choiceLabel(field, grade)
  const letter = [...label][0]
  return (
    <span className={classes.seal} data-size={size} data-grade={letter} title={t('grade', { grade: label })}>
      <span aria-hidden>{letter}</span>
      <VisuallyHidden>{t('grade', { grade: label })}</VisuallyHidden>
    </span>
  )
}
