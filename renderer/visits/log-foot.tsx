import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dueText } from '../lib/due-text.ts'
import type { Due } from '../lib/next-pick.ts'
import { useToday } from '../lib/start.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { AnsweredTicks } from './answered-ticks.tsx'
import classes from './quick-log.module.css'
import type { Answered } from './use-answered.ts'

interface LogFootProps {
  readonly answered: Answered
  readonly due: Due | null
  readonly problem: string | null
  /** Saving was asked for with no next contact. */
  readonly isAsking: boolean
  readonly onNone: () => void
}

/** Under the line while something is typed: what is done along with it, what was understood, what is missing. */
export function LogFoot({ answered, due, problem, isAsking, onNone }: LogFootProps) {
  const { t } = useTranslation(['visits', 'common'])
  const today = useToday()
  return (
    <div className={classes.foot}>
      {problem !== null && (
        <span className={classes.problem} role="alert">
          {problem}
        </span>
      )}
      {isAsking && problem === null && (
        <span className={classes.question} role="alert">
          {t('noNext')}
          <Button size="compact-xs" onClick={onNone}>
            {t('noNextOnPurpose')}
          </Button>
          <span className={classes.hint}>{t('noNextHint')}</span>
        </span>
      )}
      {problem === null && <AnsweredTicks answered={answered} label={t('alsoDo')} />}
      {due !== null && problem === null && <span>{t('common:next.on', { day: dueText(due, today) })}</span>}
      <span className={classes.keys}>
        <KeyCap>{'Tab'}</KeyCap>
        {t('fullForm')}
      </span>
    </div>
  )
}
