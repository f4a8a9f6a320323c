import { t } from 'i18next'
import type { Day } from '#contract/common.ts'
import { dueText } from '../lib/due-text.ts'
import type { Due } from '../lib/next-pick.ts'

/** What the toast says once a visit is written down: what else was done, and when the next contact is. */
export function savedMessage(next: Due | null, completed: number, today: Day): string {
  return [
    t('visits:saved'),
    completed > 0 && t('visits:savedCompleted', { count: completed }),
    next && t('common:next.on', { day: dueText(next, today) }),
  ]
    .filter(Boolean)
    .join(t('visits:join'))
}
