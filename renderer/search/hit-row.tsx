import { IconBuilding, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#contract/search.ts'
import { formatPhone } from '../lib/format-phone.ts'
import { formatShortDay } from '../lib/format.ts'
import { fieldLabel, useField } from '../lib/layout.ts'
import { useToday } from '../lib/start.ts'
import { DueText } from '../ui/due-text.tsx'
import { GradeSeal } from '../ui/grade-seal.tsx'
import { Highlight } from '../ui/highlight.tsx'
import classes from './palette.module.css'

/** One that was found: who, why, the phone, when the next contact is. */
export function HitRow({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('common')
  const isLong = isLongReason(hit)
  return (
    <>
      <HitSign hit={hit} />
      <span className={classes.who}>
        <span className={classes.names}>
          <span className={classes.name}>
            <Highlight text={hit.name} marks={hit.nameMarks} />
          </span>
          {hit.readingMarks.length > 0 && (
            <span className={classes.reading}>
              <Highlight text={hit.reading} marks={hit.readingMarks} />
            </span>
          )}
          {isLong ? <span className={classes.aside}>{hit.hint}</span> : <Reason hit={hit} />}
        </span>
        <span className={classes.hint}>{isLong ? <Reason hit={hit} /> : hit.hint}</span>
      </span>
      <span className={classes.phone}>{hit.phone === null ? '' : formatPhone(hit.phone)}</span>
      <span className={classes.due}>
        {hit.nextContactOn === null ? (
          <span className={classes.unplanned}>{t('due.none')}</span>
        ) : (
          <DueText dueOn={hit.nextContactOn} dueTime={hit.nextContactTime} />
        )}
      </span>
    </>
  )
}

/** A text takes the line of its own that otherwise tells namesakes apart. */
function isLongReason({ matchedBy }: SearchHit): boolean {
  return matchedBy === 'address' || matchedBy === 'notes' || matchedBy === 'visit'
}

/** What matched when it was not the name. */
function Reason({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('search')
  const today = useToday()
  const field = useField('customer', hit.matchedField ?? '')
  if (hit.matched === '') return null
  const what = field ? fieldLabel(field) : t(`matched.${hit.matchedBy}`)
  return (
    <span className={classes.reading}>
      {hit.matchedOn === null ? what : formatShortDay(hit.matchedOn, today)}{' '}
      <Highlight text={hit.matched} marks={hit.matchedMarks} />
    </span>
  )
}

function HitSign({ hit }: { readonly hit: SearchHit }) {
  if (hit.contactId !== null) return <IconUser size={18} stroke={1.6} aria-hidden />
  if (hit.grade !== null) return <GradeSeal grade={hit.grade} />
  return hit.kind === 'company' ? (
    <IconBuilding size={18} stroke={1.6} aria-hidden />
  ) : (
    <IconUser size={18} stroke={1.6} aria-hidden />
  )
}
