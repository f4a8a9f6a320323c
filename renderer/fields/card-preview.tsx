import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#contract/fields.ts'
import { fieldLabel, sectionLabel, useLayout } from '../lib/layout.ts'
import { useLanguage } from '../lib/start.ts'
import { FieldText } from '../ui/field-text.tsx'
import classes from './card-preview.module.css'
import { blocksOf } from './field-places.ts'
import { asText, sampleValue } from './sample-values.ts'

/** The card as the layout makes it, with an invented customer. `current` is the field that is being looked at. */
export function CardPreview({ current }: { readonly current: number | null }) {
  const { t } = useTranslation('fields')
  const blocks = blocksOf(useLayout()).filter(({ section }) => !section.hidden)
  return (
    <div className={classes.preview}>
      <h2 className={classes.title}>{t('preview')}</h2>
      <section className={classes.card} aria-label={t('preview')} tabIndex={0}>
        {blocks.map(({ section, fields }, index) => (
          <div key={section.key} className={classes.section}>
            <h3 className={classes.name}>
              <span className={classes.place}>{index + 1}</span>
              {sectionLabel(section)}
            </h3>
            <dl className={classes.fields}>
              {fields
                .filter(({ hidden, retired }) => !hidden && !retired)
                .map((field) => (
                  <PreviewField key={field.id} field={field} isCurrent={field.id === current} />
                ))}
            </dl>
          </div>
        ))}
      </section>
    </div>
  )
}

function PreviewField({ field, isCurrent }: { readonly field: Field; readonly isCurrent: boolean }) {
  const { t } = useTranslation('fields')
  const language = useLanguage()
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) own.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])

  return (
    <div
      ref={own}
      className={classes.field}
      data-wide={field.type === 'longText' || undefined}
      data-current={isCurrent || undefined}
    >
      <dt className={classes.label}>
        {fieldLabel(field)}
        {field.required && <span className={classes.required} />}
        {field.sensitive && <IconAlertTriangle size={13} stroke={1.6} role="img" aria-label={t('flag.sensitive')} />}
      </dt>
      <dd className={classes.value}>
        <FieldText field={asText(field)} value={sampleValue(field, language)} />
      </dd>
    </div>
  )
}
