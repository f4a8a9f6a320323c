import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FieldOwner } from '#contract/fields.ts'
import { useDraft } from '../lib/draft.ts'
import { fieldLabel, sectionLabel, useLayout } from '../lib/layout.ts'
import { StatusBar } from '../ui/status-bar.tsx'
import { ChoiceList } from './choice-list.tsx'
import { hasFixedChoices, hasOwnChoices } from './field-facts.ts'
import classes from './lists.module.css'

/** Every list one picks from: grades, sources, ways of visiting … */
export function ListsSettings() {
  const { t } = useTranslation('fields')
  const { sections, fields } = useLayout()
  const [chosen, setChosen] = useDraft<number | null>('settings.list', null)
  const lists = fields.filter(hasOwnChoices)
  const current = lists.find(({ id }) => id === chosen) ?? lists.find((field) => !hasFixedChoices(field))
  if (!current) return null
  const section = sections.find(({ key }) => key === current.section)

  return (
    <>
      <nav className={classes.lists} aria-label={t('lists')}>
        {FieldOwner.options.map((owner) => {
          const own = lists.filter((field) => field.owner === owner)
          if (own.length === 0) return null
          return (
            <div key={owner}>
              <h2 className={classes.owner}>{t(`owner.${owner}`)}</h2>
              {own.map((field) => (
                <UnstyledButton
                  key={field.id}
                  className={classes.one}
                  aria-current={field.id === current.id || undefined}
                  onClick={() => setChosen(field.id)}
                >
                  {fieldLabel(field)}
                  <span className={classes.count}>{field.choices.length}</span>
                </UnstyledButton>
              ))}
            </div>
          )
        })}
      </nav>
      <div className={classes.choices}>
        <h2 className={classes.title}>{fieldLabel(current)}</h2>
        <p className={classes.text}>
          {t(`owner.${current.owner}`)}
          {section && ` · ${sectionLabel(section)}`}
        </p>
        <p className={classes.text}>{t(hasFixedChoices(current) ? 'fixedListText' : 'listText')}</p>
        <ChoiceList key={current.id} field={current} />
      </div>
      <StatusBar
        keys={[
          { keys: ['Space', '↑', '↓'], label: t('key.carry') },
          { keys: ['Alt', '↑', '↓'], label: t('key.move') },
        ]}
      />
    </>
  )
}
