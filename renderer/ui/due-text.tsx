import { IconAlertCircle } from '@tabler/icons-react'
import type { Day, TimeOfDay } from '#contract/common.ts'
import { dueWords } from '../lib/format.ts'
import { useToday } from '../lib/start.ts'
import classes from './due-text.module.css'

interface DueTextProps {
  readonly dueOn: Day
  readonly dueTime: TimeOfDay | null
}

/** When something is due, in words when near. What is late says so in red, in words and with a sign. */
export function DueText({ dueOn, dueTime }: DueTextProps) {
  const { text, tone } = dueWords(dueOn, dueTime, useToday())
  return (
    <span className={classes.due} data-tone={tone}>
      {tone === 'overdue' && <IconAlertCircle size={14} stroke={1.6} aria-hidden />}
      {text}
    </span>
  )
}
