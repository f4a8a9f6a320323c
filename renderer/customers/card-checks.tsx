import { Button, Tooltip, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconAlertCircle, IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card, CheckLevel, Checks } from '#contract/customers.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { sectionLabel, useLayout } from '../lib/layout.ts'
import { shownSections } from './card-facts.ts'
import classes from './card-checks.module.css'
import { type CheckWords, checkWords } from './check-words.ts'

interface CardChecksProps {
  readonly card: Card
  /** What a press on a meter leads to: where it can be raised. */
  readonly onOpen: (check: keyof Checks) => void
}

/** 三查: how timely, complete and accurate the card is, each explained where one points or tabs to. */
export function CardChecks({ card, onOpen }: CardChecksProps) {
  const { t } = useTranslation('card')
  const empty = shownSections(useLayout()).filter(({ key }) => card.emptySections.includes(key))
  const confirm = useMutation(
    api.customers.confirm.mutationOptions({
      onSuccess: ({ operationId }) => announce({ message: t('confirmed', { name: card.name }), operationId }),
    }),
  )
  return (
    <div className={classes.checks} role="group" aria-label={t('check.all')}>
      {checkWords(card.checks, empty.map(sectionLabel)).map((check) => (
        <Check key={check.key} check={check} onOpen={() => onOpen(check.key)} />
      ))}
      <Button
        className={classes.confirm ?? ''}
        leftSection={<IconCheck size={15} stroke={1.6} aria-hidden />}
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ id: card.id })}
      >
        {t('confirm')}
      </Button>
    </div>
  )
}

const signs: Readonly<Record<CheckLevel, typeof IconCheck>> = {
  good: IconCheck,
  fair: IconAlertTriangle,
  poor: IconAlertCircle,
  none: IconMinus,
}

function Check({ check, onOpen }: { readonly check: CheckWords; readonly onOpen: () => void }) {
  const Sign = signs[check.level]
  const [what, now, raise] = check.explanation
  return (
    <Tooltip
      classNames={{ tooltip: classes.explanation ?? '' }}
      label={
        <>
          <p>{what}</p>
          <p className={classes.now}>{now}</p>
          <p>{raise}</p>
        </>
      }
      multiline
      w={280}
      position="bottom"
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton className={classes.check} data-level={check.level} data-check={check.key} onClick={onOpen}>
        <span className={classes.head}>
          {check.name}
          <span className={classes.verdict}>
            <Sign size={13} stroke={1.6} aria-hidden />
            {check.verdict}
          </span>
        </span>
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${100 * check.share}%` }} />
        </span>
        <span className={classes.fact}>{check.fact}</span>
      </UnstyledButton>
    </Tooltip>
  )
}
