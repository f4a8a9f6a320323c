import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TradeKey, type TradeTemplate } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { fieldLabel, useLayout } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { TemplatePreview } from '../ui/template-preview.tsx'
import classes from './fields.module.css'

interface TemplateDrawerProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Prepares the card for a trade: shows what that adds, shows and hides, then does it. */
export function TemplateDrawer({ opened, onClose }: TemplateDrawerProps) {
  const { t } = useTranslation('fields')
  const { fields } = useLayout()
  const templates = useQuery({ ...api.fields.templates.queryOptions(), enabled: opened })
  const [chosen, setChosen] = useState<TradeKey>('decoration')
  const apply = useWrite(api.fields.applyTemplate.mutationOptions())
  const template = templates.data?.find(({ key }) => key === chosen)

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t('template.title')}
      isDirty={false}
      isSaving={apply.isPending}
      submitLabel={t('template.apply')}
      onSubmit={() => {
        if (!template) return
        if (isEmpty(template)) return onClose()
        apply.write({ key: chosen }, t('template.applied', { name: fieldLabel(template) }), onClose)
      }}
    >
      <p className={classes.hint}>{t('template.text')}</p>
      <Radio.Group label={t('template.trade')} value={chosen} onChange={(value) => setChosen(TradeKey.parse(value))}>
        <div className={classes.trades}>
          {templates.data?.map((one) => (
            <Radio
              key={one.key}
              value={one.key}
              label={fieldLabel(one)}
              data-autofocus={one.key === chosen || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      {template && (
        <section className={classes.effect} aria-label={t('template.effect')} aria-live="polite">
          <h3 className={classes.effectTitle}>{t('template.effect')}</h3>
          <TemplatePreview template={template} fields={fields} />
        </section>
      )}
    </FormDrawer>
  )
}

function isEmpty({ sections, fields, shows, hides }: TradeTemplate): boolean {
  return [sections, fields, shows, hides].every((list) => list.length === 0)
}
