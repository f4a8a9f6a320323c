import type { TFunction } from 'i18next'
import type { TrashEntry } from '#contract/trash.ts'
import { formatDay } from '../lib/format.ts'

type Words = TFunction<readonly ['trash', 'common']>

/** What an entry is called: a visit and a follow-up by their day and what they say. */
export function entryName(t: Words, { name, on }: TrashEntry): string {
  const words = name || (on === null ? t('nameless') : '')
  return on === null ? words : t('nameOn', { day: formatDay(on), name: words }).trim()
}

/** What went along with a customer; empty when nothing did. */
export function wentAlong(t: Words, { contacts, visits }: TrashEntry): string {
  const parts = [contacts > 0 && t('contacts', { count: contacts }), visits > 0 && t('visits', { count: visits })]
  const told = parts.filter((part) => part !== false)
  return told.length === 0 ? '' : t('with', { parts: told.join(t('common:comma')) })
}
