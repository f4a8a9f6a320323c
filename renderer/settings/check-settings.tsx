import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { sectionLabel, useChoices, useLayout } from '../lib/layout.ts'
import { useStart } from '../lib/start.ts'
import { useWrite } from '../lib/use-write.ts'
import { SavedNumberInput } from '../ui/saved-number-input.tsx'
import { TitledSection } from '../ui/titled-section.tsx'
import { freshnessOf, mostDays, withFreshness } from './freshness.ts'
import { SavedMark } from './saved-mark.tsx'
import classes from './settings.module.css'
import { useSaveSettings } from './use-save-settings.ts'

/** What the three checks of a card go by. */
export function CheckSettings() {
  const { t } = useTranslation('settings')
  return (
    <>
      <TitledSection title={t('check.complete')} text={t('check.completeText')}>
        <Weights />
      </TitledSection>
      <TitledSection title={t('check.accurate')} text={t('check.accurateText')}>
        <FreshDays />
      </TitledSection>
      <TitledSection title={t('check.timely')} text={t('check.timelyText')}>
        {null}
      </TitledSection>
    </>
  )
}

function Weights() {
  const { t } = useTranslation('settings')
  const sections = useLayout().sections.filter(({ hidden }) => !hidden)
  const total = sections.reduce((sum, { weight }) => sum + weight, 0)
  const edit = useWrite(api.fields.editSection.mutationOptions())
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('check.section')}</th>
          <th scope="col">{t('check.weight')}</th>
          <th scope="col">{t('check.share')}</th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => {
          const name = sectionLabel(section)
          return (
            <tr key={section.key}>
              <th scope="row">{name}</th>
              <td>
                <SavedNumberInput
                  name={t('check.weightOf', { name })}
                  saved={section.weight}
                  min={0}
                  max={10}
                  onSave={(weight) =>
                    edit.write({ key: section.key, change: { weight } }, t('check.weightSaved', { name, weight }))
                  }
                />
              </td>
              <td className={classes.share}>
                {section.weight === 0
                  ? t('check.leftOut')
                  : t('check.percent', { percent: percent(section.weight, total) })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function percent(weight: number, total: number): number {
  return Math.round((weight * 100) / total)
}

function FreshDays() {
  const { t } = useTranslation(['settings', 'common'])
  const { freshness } = useStart().settings
  const { save, isSaved } = useSaveSettings()
  const grades = [...useChoices('customer', 'grade'), { key: null, label: t('common:noGrade') }]
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('check.grade')}</th>
            <th scope="col">{t('check.goodDays')}</th>
            <th scope="col">{t('check.fairDays')}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map(({ key, label }) => {
            const days = freshnessOf(freshness, key)
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                {(['goodDays', 'fairDays'] as const).map((which) => (
                  <td key={which}>
                    <SavedNumberInput
                      name={t(`check.${which}Of`, { name: label })}
                      saved={days[which]}
                      min={1}
                      max={mostDays}
                      onSave={(value) => save({ freshness: withFreshness(freshness, key, { [which]: value }) })}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <SavedMark isSaved={isSaved} />
    </>
  )
}
