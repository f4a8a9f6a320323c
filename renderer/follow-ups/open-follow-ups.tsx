import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId, FollowUpId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { DueText } from '../ui/due-text.tsx'
import { EditFollowUp } from './edit-follow-up.tsx'
import classes from './open-follow-ups.module.css'

const shownAtFirst = 3

/** What is open with a customer, above the timeline of a card. Nothing where nothing is. */
export function OpenFollowUps({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('follow-ups')
  const kinds = useField('followUp', 'followUpKind')
  const { data: open = [] } = useQuery(api.followUps.openOfCustomer.queryOptions({ input: { customerId } }))
  const [editing, setEditing] = useState<FollowUpId | null>(null)
  const [isFormOpen, setIsFormOpen] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const [first] = open
  if (first === undefined) return null
  const shown = isWhole ? open : open.slice(0, shownAtFirst)

  return (
    <section className={classes.open} aria-label={t('openOnes')}>
      {shown.map(({ id, kind, title, dueOn, dueTime }) => (
        <div key={id} className={classes.row}>
          <DueText dueOn={dueOn} dueTime={dueTime} />
          <span className={classes.kind}>{choiceLabel(kinds, kind)}</span>
          <span className={classes.title}>{title}</span>
          <Tooltip label={t('edit')}>
            <ActionIcon
              size={24}
              aria-label={`${t('edit')} ${title || choiceLabel(kinds, kind)}`}
              onClick={() => {
                setEditing(id)
                setIsFormOpen(true)
              }}
            >
              <IconPencil size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      {open.length > shown.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setIsWhole(true)}>
          {t('more', { count: open.length - shown.length })}
        </Button>
      )}
      <EditFollowUp
        opened={isFormOpen}
        onClose={() => setIsFormOpen(false)}
        id={editing ?? first.id}
        customerId={customerId}
      />
    </section>
  )
}
