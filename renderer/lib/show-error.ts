import { notifications } from '@mantine/notifications'
import { ORPCError } from '@orpc/client'
import { t } from 'i18next'
import type { z } from 'zod'
import type { DomainErrorCode, domainErrors } from '#contract/errors.ts'
import { isConnected } from './connection.ts'

export type DomainError = {
  [Code in DomainErrorCode]: { code: Code; data: z.infer<(typeof domainErrors)[Code]['data']> }
}[DomainErrorCode]

/** Says what went wrong in the user's words, at the bottom of the window. */
export function showError(error: unknown): void {
  const isOurs = domainError(error) === null
  notifications.show({
    color: isOurs ? 'red' : 'yellow',
    message: errorMessage(error),
    autoClose: isOurs ? false : 10_000,
    closeButtonProps: { 'aria-label': t('common:close') },
  })
}

/** What went wrong, what was kept, what to do: one or two sentences. */
export function errorMessage(error: unknown): string {
  if (!isConnected()) return t('errors:DISCONNECTED')
  const known = domainError(error)
  if (known === null) return t('errors:UNEXPECTED')
  switch (known.code) {
    case 'NOT_FOUND':
      return t('errors:NOT_FOUND', { entity: t(`errors:entity.${known.data.entity}`) })
    case 'TAKEN':
      return t('errors:TAKEN', { name: known.data.name, value: known.data.value })
    case 'BAD_VALUE':
      return t(`errors:problem.${known.data.problem}`)
    case 'RULE_BROKEN':
      return t(`errors:rule.${known.data.rule}`)
    case 'UNREADABLE_FILE':
      return t(`errors:file.${known.data.problem}`)
    case 'WRONG_PIN':
      return known.data.waitSeconds > 0
        ? t('errors:WRONG_PIN_WAIT', { seconds: known.data.waitSeconds })
        : t('errors:WRONG_PIN')
    case 'ATTACHMENT_REFUSED':
      return t(`errors:attachment.${known.data.reason}`, { name: known.data.name })
    case 'CHANGED_MEANWHILE':
    case 'DISK_FULL':
    case 'READ_ONLY':
      return t(`errors:${known.code}`)
  }
}

/** The error as the contract names it; null for a fault of ours. */
export function domainError(error: unknown): DomainError | null {
  if (!(error instanceof ORPCError) || !error.defined) return null
  return { code: error.code, data: error.data } as DomainError
}
