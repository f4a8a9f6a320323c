import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Contact } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { formatPartialDate } from '../lib/format-partial-date.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { PhoneText } from '../ui/phone-text.tsx'
import { sortedContacts } from './card-facts.ts'
import classes from './contact-list.module.css'
import { DecisionChain } from './decision-chain.tsx'
import { FieldRow } from './field-row.tsx'

interface ContactListProps {
  readonly card: Card
  readonly field: Field
  readonly onOpen: (contact: Contact | 'new') => void
}

/** All contacts of the card, the one to call first at the top. */
export function ContactList({ card, field, onOpen }: ContactListProps) {
  const { t } = useTranslation('card')
  return (
    <Contacts field={field} contacts={sortedContacts(card)} onOpen={onOpen}>
      <Button
        variant="subtle"
        className={classes.add}
        data-field="primaryContact"
        leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
        onClick={() => onOpen('new')}
      >
        {t('contact.add')}
      </Button>
    </Contacts>
  )
}

/** Those who decide, in the second item; and where there are several contacts, who stands where. */
export function DecisionMakers({ card, field, onOpen }: ContactListProps) {
  const { t } = useTranslation('card')
  const deciders = sortedContacts(card).filter((contact) => contact.isDecisionMaker)
  return (
    <Contacts field={field} contacts={deciders} onOpen={onOpen}>
      {deciders.length === 0 && (
        <Button variant="subtle" className={classes.add} data-field="decisionMakers" onClick={() => onOpen('new')}>
          {t('contact.noDecider')}
        </Button>
      )}
      {card.kind === 'company' && card.contacts.length > 1 && (
        <DecisionChain contacts={card.contacts} onOpen={onOpen} />
      )}
    </Contacts>
  )
}

interface ContactsProps {
  readonly field: Field
  readonly contacts: readonly Contact[]
  readonly onOpen: (contact: Contact) => void
  readonly children: ReactNode
}

function Contacts({ field, contacts, onOpen, children }: ContactsProps) {
  return (
    <FieldRow field={field} isWide>
      <div className={classes.contacts}>
        {contacts.map((contact) => (
          <ContactRow key={contact.id} contact={contact} onOpen={() => onOpen(contact)} />
        ))}
        {children}
      </div>
    </FieldRow>
  )
}

function ContactRow({ contact, onOpen }: { readonly contact: Contact; readonly onOpen: () => void }) {
  const { t } = useTranslation(['card', 'common'])
  const roles = useField('contact', 'role')
  const details = [
    contact.title,
    contact.role && choiceLabel(roles, contact.role),
    contact.relation,
    contact.birthday && t('contact.birthdayIs', { day: formatPartialDate(contact.birthday) }),
  ].filter(Boolean)

  return (
    <div className={classes.contact}>
      <Button variant="subtle" className={classes.name} data-field={`contact-${contact.id}`} onClick={onOpen}>
        {contact.name}
      </Button>
      {details.length > 0 && <span className={classes.details}>{details.join(t('common:comma'))}</span>}
      {contact.phones.map((phone) => (
        <PhoneText key={phone.id} number={phone.number} />
      ))}
      {contact.wechat !== '' && (
        <span className={classes.wechat}>
          {t('contact.wechatIs', { wechat: contact.wechat })}
          <CopyButton text={contact.wechat} label={t('copyField', { name: t('contact.wechat') })} />
        </span>
      )}
    </div>
  )
}
