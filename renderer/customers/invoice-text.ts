import type { Card } from '#contract/customers.ts'
import type { Layout } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import { fieldValueText } from '../lib/field-value-text.ts'

/** What an invoice is made out to, in the order the form of the tax office asks for it. */
const invoiceFields = ['invoiceTitle', 'taxNumber', 'bankName', 'bankAccount']

/** The invoice block of a card as lines to paste: each with its label, without what is empty or hidden. */
export function invoiceText(card: Pick<Card, 'values'>, layout: Layout): string {
  return invoiceFields
    .flatMap(
      (key) => layout.fields.find((field) => field.owner === 'customer' && field.key === key && !field.hidden) ?? [],
    )
    .map((field) => ({ label: fieldLabel(field), text: fieldValueText(field, card.values[field.key]) }))
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => `${label}：${text}`)
    .join('\n')
}
