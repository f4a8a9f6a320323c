import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cleaned } from '../lib/clean-notice.ts'
import { dueText } from '../lib/due-text.ts'
import { choiceOptions, fieldLabel, useField } from '../lib/layout.ts'
import { nextDue } from '../lib/next-pick.ts'
import { useLanguage, useToday } from '../lib/start.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { NextPicker } from '../ui/next-picker.tsx'
import type { VisitValues } from './visit-values.ts'
import classes from './visit-form.module.css'

interface NextFieldsProps {
  readonly values: VisitValues
  readonly onChange: (patch: Partial<VisitValues>) => void
  readonly isWrong: boolean
  /** Saving was asked for with no next contact. */
  readonly isAsking: boolean
}

/** The appointment made at the end of a visit: when, for what, where. */
export function NextFields({ values, onChange, isWrong, isAsking }: NextFieldsProps) {
  const { t } = useTranslation(['visits', 'common'])
  const kind = useField('followUp', 'followUpKind')
  const today = useToday()
  const due = nextDue(values.next, today, useLanguage())

  return (
    <div className={classes.next}>
      <NextPicker value={values.next} onChange={(next) => onChange({ next })} isWrong={isWrong} />
      {isWrong && <p className={classes.problem}>{t('common:next.wrong')}</p>}
      {isAsking && (
        <p className={classes.question} role="alert">
          {t('noNextAgain')}
        </p>
      )}
      {due !== null && (
        <>
          <p className={classes.understood}>{t('common:next.on', { day: dueText(due, today) })}</p>
          <div className={classes.two}>
            {kind && (
              <ChoiceInput
                label={fieldLabel(kind)}
                options={choiceOptions(kind)}
                value={values.nextKind}
                onChange={(nextKind) => nextKind !== null && onChange({ nextKind })}
                clearable={false}
              />
            )}
            <TextInput
              label={t('nextPlace')}
              value={values.nextPlace}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => onChange({ nextPlace: cleaned(event.currentTarget.value) })}
            />
          </div>
          <TextInput
            label={t('nextTitle')}
            value={values.nextTitle}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => onChange({ nextTitle: cleaned(event.currentTarget.value) })}
          />
        </>
      )}
    </div>
  )
}
