import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Section } from '#contract/fields.ts'
import { sectionLabel } from '../lib/layout.ts'
import classes from './section-index.module.css'

interface SectionIndexProps {
  readonly sections: readonly Section[]
  readonly empty: readonly string[]
  readonly current: string
  readonly onJump: (key: string) => void
}

/** The fourteen items as numbered squares: they jump there, and are dashed while empty. */
export function SectionIndex({ sections, empty, current, onJump }: SectionIndexProps) {
  const { t } = useTranslation('card')
  return (
    <nav className={classes.index} aria-label={t('items')}>
      {sections.map((section, index) => {
        const isEmpty = empty.includes(section.key)
        const name = t(isEmpty ? 'emptyItem' : 'item', { number: index + 1, name: sectionLabel(section) })
        return (
          // Not a tooltip of the kit: an open one takes the Esc that leads back to the list.
          <UnstyledButton
            key={section.key}
            className={classes.item}
            title={name}
            aria-label={name}
            aria-current={section.key === current ? 'location' : undefined}
            data-empty={isEmpty || undefined}
            onClick={() => onJump(section.key)}
          >
            {index + 1}
          </UnstyledButton>
        )
      })}
    </nav>
  )
}
