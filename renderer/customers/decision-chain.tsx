import { UnstyledButton } from '@mantine/core'
import { IconUserStar } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Contact } from '#contract/customers.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { box, cornerOf, drawnArrows, sizeOf } from './decision-arrows.ts'
import { decisionLayout } from './decision-layout.ts'
import classes from './decision-chain.module.css'

interface DecisionChainProps {
  readonly contacts: Card['contacts']
  readonly onOpen: (contact: Contact) => void
}

/** Who reports to whom and who sways whom, as a small chart. Each box says the same in words to a screen reader. */
export function DecisionChain({ contacts, onOpen }: DecisionChainProps) {
  const { t } = useTranslation(['card', 'common'])
  const chain = decisionLayout(contacts)
  if (chain.arrows.length === 0) return <p className={classes.hint}>{t('chain.hint')}</p>

  const size = sizeOf(chain)
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  return (
    <figure className={classes.chain} aria-label={t('chain.title')}>
      {/* A long chain is scrolled by keyboard too: its boxes take the focus one by one. */}
      <svg width={size.width} height={size.height} role="presentation">
        <Arrows chain={chain} />
        {chain.nodes.map((node) => {
          const contact = byId.get(node.id)
          if (!contact) return null
          return (
            <foreignObject key={node.id} {...cornerOf(node)} {...box}>
              <Box contact={contact} contacts={byId} onOpen={() => onOpen(contact)} />
            </foreignObject>
          )
        })}
      </svg>
      <figcaption className={classes.legend} aria-hidden>
        <span data-kind="reportsTo">{t('chain.reports')}</span>
        {chain.arrows.some(({ kind }) => kind === 'influences') && (
          <span data-kind="influences">{t('chain.influences')}</span>
        )}
      </figcaption>
    </figure>
  )
}

function Arrows({ chain }: { readonly chain: ReturnType<typeof decisionLayout> }) {
  const point = useId()
  return (
    <g aria-hidden>
      <marker id={point} viewBox="0 0 8 8" refX={7} refY={4} markerWidth={7} markerHeight={7} orient="auto">
        <path className={classes.point} d="M 0 0 L 8 4 L 0 8 z" />
      </marker>
      {drawnArrows(chain).map(({ kind, from, to, path, isPointed }) => (
        <path
          key={`${kind} ${from} ${to}`}
          className={classes.arrow}
          data-kind={kind}
          d={path}
          markerEnd={isPointed ? `url(#${point})` : undefined}
        />
      ))}
    </g>
  )
}

interface BoxProps {
  readonly contact: Contact
  readonly contacts: ReadonlyMap<Contact['id'], Contact>
  readonly onOpen: () => void
}

function Box({ contact, contacts, onOpen }: BoxProps) {
  const { t } = useTranslation(['card', 'common'])
  const roles = useField('contact', 'role')
  const role = contact.role === null ? '' : choiceLabel(roles, contact.role)
  const isSaid = contact.isDecisionMaker && contact.role === 'decisionMaker'
  const place = [contact.title, isSaid ? '' : role].filter(Boolean).join(t('common:comma'))
  const superior = contact.reportsTo === null ? undefined : contacts.get(contact.reportsTo)?.name
  const swayed = contact.influences.flatMap((id) => contacts.get(id)?.name ?? [])
  const words = [
    contact.name,
    contact.isDecisionMaker && t('chain.decider'),
    place,
    superior !== undefined && t('chain.reportsTo', { name: superior }),
    swayed.length > 0 && t('chain.sways', { names: swayed.join(t('common:comma')) }),
  ]
  return (
    <UnstyledButton
      className={classes.box}
      data-decides={contact.isDecisionMaker || undefined}
      aria-label={words.filter(Boolean).join(t('chain.and'))}
      onClick={onOpen}
    >
      <span className={classes.name}>
        <span className={classes.cut}>{contact.name}</span>
        {contact.isDecisionMaker && (
          <span className={classes.decides}>
            <IconUserStar size={13} stroke={1.6} aria-hidden />
            {t('chain.decider')}
          </span>
        )}
      </span>
      <span className={classes.place}>{place}</span>
    </UnstyledButton>
  )
}
