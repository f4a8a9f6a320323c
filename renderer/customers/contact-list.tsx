import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card, Contact } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { formatPartialDate } from '../lib/format-partial-date.ts'
import { choiceLabel, fieldLabel, useField } from '../lib/layout.ts'
import { PhoneText } from '../ui/phone-text.tsx'
import { sortedContacts } from './card-facts.ts'
import classes from './card-field.module.css'
import own from './contact-list.module.css'

interface ContactListProps {
  readonly card: Card
  readonly field: Field
  readonly onOpen: (contact: Contact | 'new') => void
}

/** All contacts of the card, the one to call first at the top. */
export function ContactList({ card, field, onOpen }: ContactListProps) {
  const { t } = useTranslation(['card', 'common'])
  return (
    <div className={classes.field} data-wide>
      <span className={classes.label}>{fieldLabel(field)}</span>
      <div className={own.contacts}>
        {sortedContacts(card).map((contact) => (
          <ContactRow key={contact.id} contact={contact} onOpen={() => onOpen(contact)} />
        ))}
        <Button
          variant="subtle"
          className={own.add}
          data-field="primaryContact"
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
          onClick={() => onOpen('new')}
        >
          {t('contact.add')}
        </Button>
      </div>
    </div>
  )
}

/** Those who decide, in the second item. */
export function DecisionMakers({ card, field, onOpen }: ContactListProps) {
  const { t } = useTranslation(['card', 'common'])
  const deciders = sortedContacts(card).filter((contact) => contact.isDecisionMaker)
  return (
    <div className={classes.field} data-wide>
      <span className={classes.label}>{fieldLabel(field)}</span>
      <div className={own.contacts}>
        {deciders.map((contact) => (
          <ContactRow key={contact.id} contact={contact} onOpen={() => onOpen(contact)} />
        ))}
        {deciders.length === 0 && (
          <Button variant="subtle" className={own.add} data-field="decisionMakers" onClick={() => onOpen('new')}>
            {t('contact.noDecider')}
          </Button>
        )}
      </div>
    </div>
  )
}

function ContactRow({ contact, onOpen }: { readonly contact: Contact; readonly onOpen: () => void }) {
  const { t } = useTranslation(['card', 'common'])
  const roles = useField('contact', 'role')
  const details = [
    contact.title,
    contact.role && choiceLabel(roles, contact.role),
    contact.relation,
    contact.wechat && t('contact.wechatIs', { wechat: contact.wechat }),
    contact.birthday && t('contact.birthdayIs', { day: formatPartialDate(contact.birthday) }),
  ].filter(Boolean)

  return (
    <div className={own.contact}>
      <Button variant="subtle" className={own.name} data-field={`contact-${contact.id}`} onClick={onOpen}>
        {contact.name}
      </Button>
      <span className={own.details}>{details.join(t('common:comma'))}</span>
      {contact.phones.map((phone) => (
        <PhoneText key={phone.id} number={phone.number} />
      ))}
    </div>
  )
}
