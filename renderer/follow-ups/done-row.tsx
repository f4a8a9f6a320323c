import { IconCircleCheck } from '@tabler/icons-react'
import type { DoneFollowUp } from '#contract/follow-ups.ts'
import { formatTime } from '../lib/format.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { paths } from '../lib/navigation.ts'
import classes from './today.module.css'

export function DoneRow({ item }: { readonly item: DoneFollowUp }) {
  const kinds = useField('followUp', 'followUpKind')
  return (
    <div className={classes.done}>
      <span className={classes.doneAt}>{formatTime(item.doneAt)}</span>
      <IconCircleCheck className={classes.doneIcon} size={15} stroke={1.6} aria-hidden />
      <a className={classes.doneName} href={paths.card(item.customerId)}>
        {item.customerName}
      </a>
      <span className={classes.kind}>{item.title || choiceLabel(kinds, item.kind)}</span>
      <span className={classes.outcome}>{item.outcome}</span>
    </div>
  )
}
