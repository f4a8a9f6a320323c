import { t } from 'i18next'
import type { Card } from '#contract/customers.ts'
import type { Field, Layout } from '#contract/fields.ts'
import { addressLine } from '../lib/address-line.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { plainPhone } from '../lib/format-phone.ts'
import { choiceLabel, fieldLabel, sectionLabel } from '../lib/layout.ts'
import { fieldsOfSection, shownSections, sortedContacts } from './card-facts.ts'

/** The card as plain text, for a message or a mail: what is filled in, item by item. What is sensitive stays here. */
export function cardText(card: Card, layout: Layout): string {
  const items = shownSections(layout).flatMap((section) => {
    const lines = fieldsOfSection(layout, section.key, card)
      .filter(({ sensitive }) => !sensitive)
      .flatMap((field) => textsOf(card, field, layout).map((text) => `${fieldLabel(field)}：${text}`))
    return lines.length === 0 ? [] : [[`【${sectionLabel(section)}】`, ...lines].join('\n')]
  })
  return [`${card.name}  ${card.number}`, ...items].join('\n\n')
}

function textsOf(card: Card, field: Field, layout: Layout): string[] {
  if (field.storage !== 'part') return [fieldValueText(field, card.values[field.key])].filter(Boolean)
  switch (field.key) {
    case 'phones':
      return card.phones.map(({ label, number }) => [plainPhone(number), label].filter(Boolean).join(' '))
    case 'address':
      return card.addresses.map((address) =>
        [address.label, addressLine(address), address.postcode].filter(Boolean).join(' '),
      )
    case 'affiliate':
      return card.affiliates.map(({ name, note }) => (note === '' ? name : name + t('card:affiliate.noteIs', { note })))
    case 'decisionMakers':
      return card.contacts.filter(({ isDecisionMaker }) => isDecisionMaker).map(({ name }) => name)
    default:
      return sortedContacts(card).map((contact) => contactText(contact, layout))
  }
}

function contactText({ name, title, role, phones, wechat }: Card['contacts'][number], layout: Layout): string {
  const roles = layout.fields.find(({ owner, key }) => owner === 'contact' && key === 'role')
  return [
    name,
    title,
    role && choiceLabel(roles, role),
    ...phones.map(({ number }) => plainPhone(number)),
    wechat && t('card:contact.wechatIs', { wechat }),
  ]
    .filter(Boolean)
    .join(t('common:comma'))
}
