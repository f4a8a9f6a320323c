import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconExternalLink, IconEye, IconEyeOff, IconMail } from '@tabler/icons-react'
import { type FocusEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { fieldLabel, useLayout } from '../lib/layout.ts'
import { paths } from '../lib/navigation.ts'
import { isElectron } from '../lib/platform.ts'
import { safeHref } from '../lib/safe-href.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { FieldText } from '../ui/field-text.tsx'
import { EditTarget } from './field-row.tsx'
import classes from './field-value-read.module.css'
import { isEmptyValue } from './filter-rules.ts'
import { invoiceText } from './invoice-text.ts'

interface FieldValueReadProps {
  readonly card: Card
  readonly field: Field
  readonly value: FieldValue
  readonly isFailed: boolean
  readonly onEdit: (() => void) | null
}

/** A value as one reads it, with what one does to it: copy, open. What is sensitive is masked until it is asked for. */
export function FieldValueRead({ card, field, value, isFailed, onEdit }: FieldValueReadProps) {
  const { t } = useTranslation('card')
  const isEmpty = isEmptyValue(value)
  const isSecret = field.sensitive && !isEmpty
  const [isRevealed, setIsRevealed] = useState(false)
  const isMasked = isSecret && !isRevealed
  const name = fieldLabel(field)
  // Masked again as soon as one turns to something else.
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setIsRevealed(false)
  }

  return (
    <span className={classes.value} onBlur={leave}>
      <EditTarget field={field} isEmpty={isEmpty} isFailed={isFailed} onEdit={onEdit}>
        {isMasked ? (
          <>
            <span aria-hidden>{t('masked')}</span>
            <VisuallyHidden>{t('isMasked')}</VisuallyHidden>
          </>
        ) : (
          <FieldText field={field} value={value} isLinked={onEdit === null} />
        )}
      </EditTarget>
      {isSecret && (
        <Tooltip label={t(isMasked ? 'reveal' : 'hide', { name })}>
          <ActionIcon
            size={24}
            aria-label={t(isMasked ? 'reveal' : 'hide', { name })}
            aria-expanded={!isMasked}
            onClick={() => setIsRevealed(isMasked)}
          >
            {isMasked ? <IconEye size={14} stroke={1.6} /> : <IconEyeOff size={14} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      )}
      {!isEmpty && !isMasked && <Uses card={card} field={field} value={value} />}
    </span>
  )
}

/** Read off the screen into another program again and again. */
const copiedOften: ReadonlySet<string> = new Set(['wechat', 'taxNumber', 'bankAccount'])

function Uses({ card, field, value }: Pick<FieldValueReadProps, 'card' | 'field' | 'value'>) {
  const { t } = useTranslation('card')
  const layout = useLayout()
  const text = fieldValueText(field, value)
  const name = fieldLabel(field)
  const isCopied = copiedOften.has(field.key) || ['phone', 'email', 'link'].includes(field.type)
  return (
    <>
      {isCopied && <CopyButton text={text} label={t('copyField', { name })} />}
      {field.key === 'invoiceTitle' && <CopyButton text={invoiceText(card, layout)} label={t('copyInvoice')} />}
      <Opener field={field} value={value} />
    </>
  )
}

/** Leads to the web page, the mail program or the other card. */
function Opener({ field, value }: Pick<FieldValueReadProps, 'field' | 'value'>) {
  const { t } = useTranslation('card')
  if (field.type === 'customer' && typeof value === 'number')
    return (
      <Button component="a" href={paths.card(value)} variant="subtle" className={classes.open}>
        {t('openCard')}
      </Button>
    )
  const href = typeof value === 'string' ? safeHref(field.type, value) : null
  // Our own window opens no page of the web: the address can be copied.
  if (href === null || (field.type === 'link' && isElectron)) return null
  const label = t(field.type === 'email' ? 'writeMail' : 'openLink')
  return (
    <Tooltip label={label}>
      <ActionIcon component="a" size={24} href={href} target="_blank" rel="noreferrer noopener" aria-label={label}>
        {field.type === 'email' ? <IconMail size={14} stroke={1.6} /> : <IconExternalLink size={14} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}
