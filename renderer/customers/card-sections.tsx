import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Contact } from '#contract/customers.ts'
import type { Field, Section } from '#contract/fields.ts'
import { useKeys } from '../lib/keys.ts'
import { sectionLabel, useLayout } from '../lib/layout.ts'
import { AddressesField } from './addresses-field.tsx'
import { AffiliatesField } from './affiliates-field.tsx'
import { fieldsOfSection, shownSections } from './card-facts.ts'
import { CardField } from './card-field.tsx'
import classes from './card-sections.module.css'
import { ContactForm } from './contact-form.tsx'
import { ContactList, DecisionMakers } from './contact-list.tsx'
import type { EditableField } from './field-row.tsx'
import { PhonesField } from './phones-field.tsx'
import { nextJump, type Typed } from './section-jump.ts'
import { SectionIndex } from './section-index.tsx'
import type { Move } from './value-editor.tsx'

interface CardSectionsProps {
  readonly card: Card
  /** Shown with the notes. */
  readonly attachments: ReactNode
  /** The items that were empty when one asked for those alone; null: all are shown. */
  readonly onlyEmpty: readonly string[] | null
  readonly onOnlyEmpty: (sections: readonly string[] | null) => void
  readonly onSaved: () => void
}

/** The fourteen items, read as text and edited where they stand. */
export function CardSections({ card, attachments, onlyEmpty, onOnlyEmpty, onSaved }: CardSectionsProps) {
  const { t } = useTranslation('card')
  const layout = useLayout()
  const sections = shownSections(layout)
  const [editing, setEditing] = useState<string | null>(null)
  const [current, setCurrent] = useState(sections[0]?.key ?? '')
  const [contact, setContact] = useState<Contact | 'new' | null>(null)
  const withFiles = sections.find(({ key }) => key === 'notes') ?? sections.at(-1)
  const pane = useRef<HTMLDivElement>(null)
  const typed = useRef<Typed | null>(null)

  const shown = onlyEmpty ? sections.filter(({ key }) => onlyEmpty.includes(key)) : sections
  const walk = shown.flatMap(({ key }) =>
    fieldsOfSection(layout, key, card)
      .filter(isEditable)
      .map((field) => field.key),
  )

  const jump = (key: string) => {
    setCurrent(key)
    const section = pane.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(key)}"]`)
    section?.scrollIntoView({ block: 'start' })
    const target = section?.querySelector<HTMLElement>('[data-field]') ?? section
    target?.focus({ preventScroll: true })
  }
  const jumpTo = (digit: number) => {
    typed.current = nextJump(typed.current, digit, performance.now(), sections.length)
    const section = typed.current && sections[typed.current.number - 1]
    if (section) jump(section.key)
  }
  const leave = (key: string, move: Move) => {
    const step = { stay: null, away: null, next: 1, previous: -1 }[move]
    const next = step === null ? null : (walk[walk.indexOf(key) + step] ?? null)
    setEditing((now) => (now === key || now === null ? next : now))
  }
  const editHere = () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field']
    const first = fieldsOfSection(layout, current, card).find(isEditable)?.key
    setEditing(focused && walk.includes(focused) ? focused : (first ?? walk[0] ?? null))
  }
  const step = (by: 1 | -1) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-field]')
    if (!focused) return
    const all = [...(pane.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
    all[all.indexOf(focused) + by]?.focus()
  }

  useKeys({
    e: editHere,
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String(digit), () => jumpTo(digit)])),
  })

  return (
    <div className={classes.pane} ref={pane}>
      <div className={classes.head}>
        <SectionIndex sections={sections} empty={card.emptySections} current={current} onJump={jump} />
        {card.emptySections.length > 0 && <span className={classes.hint}>{t('dashed')}</span>}
        <Button
          variant="subtle"
          className={classes.onlyEmpty}
          leftSection={<IconEye size={15} stroke={1.6} aria-hidden />}
          aria-pressed={onlyEmpty !== null}
          disabled={onlyEmpty === null && card.emptySections.length === 0}
          onClick={() => onOnlyEmpty(onlyEmpty ? null : card.emptySections)}
        >
          {onlyEmpty ? t('showAll') : t('onlyEmpty', { count: card.emptySections.length })}
        </Button>
      </div>
      {shown.map((section) => (
        <SectionRow key={section.key} section={section} number={sections.indexOf(section) + 1} onEnter={setCurrent}>
          {fieldsOfSection(layout, section.key, card).map((field) => (
            <FieldOfCard
              key={field.key}
              card={card}
              field={field}
              isEditing={editing === field.key}
              onEdit={() => setEditing(field.key)}
              onLeave={(move) => leave(field.key, move)}
              onFailed={() => setEditing((now) => now ?? field.key)}
              onSaved={onSaved}
              onContact={setContact}
            />
          ))}
          {section === withFiles && attachments !== null && <div className={classes.files}>{attachments}</div>}
        </SectionRow>
      ))}
      <ContactForm
        key={contact === null || contact === 'new' ? String(contact) : contact.id}
        opened={contact !== null}
        onClose={() => setContact(null)}
        card={card}
        contact={contact === 'new' ? null : contact}
      />
    </div>
  )
}

interface SectionRowProps {
  readonly section: Section
  readonly number: number
  readonly onEnter: (key: string) => void
  readonly children: ReactNode
}

function SectionRow({ section, number, onEnter, children }: SectionRowProps) {
  const label = `card-section-${section.key}`
  return (
    <section className={classes.section} data-section={section.key} aria-labelledby={label} tabIndex={-1}>
      <h2 className={classes.title} id={label}>
        <span className={classes.place}>{number}</span>
        {sectionLabel(section)}
      </h2>
      <div className={classes.fields} role="presentation" onFocus={() => onEnter(section.key)}>
        {children}
      </div>
    </section>
  )
}

interface FieldOfCardProps extends EditableField {
  readonly onContact: (contact: Contact | 'new') => void
}

function FieldOfCard({ onContact, ...props }: FieldOfCardProps) {
  const { card, field } = props
  if (field.storage !== 'part') return <CardField {...props} />
  switch (field.key) {
    case 'phones':
      return <PhonesField {...props} />
    case 'address':
      return <AddressesField {...props} />
    case 'affiliate':
      return <AffiliatesField {...props} />
    case 'decisionMakers':
      return <DecisionMakers card={card} field={field} onOpen={onContact} />
    default:
      return <ContactList card={card} field={field} onOpen={onContact} />
  }
}

/** Edited where it stands; contacts have a form of their own. */
function isEditable(field: Field): boolean {
  return !field.readOnly
}
