import { useTranslation } from 'react-i18next'
import type { Field, TradeTemplate } from '#contract/fields.ts'
import { fieldLabel, sectionLabel } from '../lib/layout.ts'
import classes from './template-preview.module.css'

interface TemplatePreviewProps {
  readonly template: TradeTemplate
  /** The fields there are, to name those that are shown or hidden. Before the first run there are none. */
  readonly fields: readonly Field[]
}

/** What a trade template would do, before it does it. */
export function TemplatePreview({ template, fields }: TemplatePreviewProps) {
  const { t } = useTranslation(['fields', 'common'])
  const named = (keys: readonly string[]) =>
    fields.filter(({ owner, key }) => owner === 'customer' && keys.includes(key)).map(fieldLabel)
  const lines = [
    { what: 'sections', count: template.sections.length, names: template.sections.map(sectionLabel) },
    {
      what: 'fields',
      count: template.fields.length,
      names: template.fields.map((field) => (field.sensitive ? `${fieldLabel(field)} ⚠` : fieldLabel(field))),
    },
    { what: 'shows', count: template.shows.length, names: named(template.shows) },
    { what: 'hides', count: template.hides.length, names: named(template.hides) },
  ] as const
  const told = lines.filter(({ count }) => count > 0)

  if (told.length === 0) return <p className={classes.nothing}>{t('template.nothing')}</p>
  return (
    <dl className={classes.lines}>
      {told.map(({ what, count, names }) => (
        <div key={what} className={classes.line}>
          <dt>{t(`template.${what}`, { count })}</dt>
          <dd>{names.join(t('common:comma')) || t('template.unused')}</dd>
        </div>
      ))}
    </dl>
  )
}
