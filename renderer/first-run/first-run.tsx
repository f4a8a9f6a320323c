import { Button, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Language } from '#contract/common.ts'
import { TradeKey, type TradeTemplate } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { guessLanguage, speak } from '../lib/i18n.ts'
import { fieldLabel } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { Keys } from '../ui/key-cap.tsx'
import { TemplatePreview } from '../ui/template-preview.tsx'
import classes from './first-run.module.css'

const beginnings = ['import', 'sample', 'empty'] as const
type Beginning = (typeof beginnings)[number]

/** The five questions before the first customer. Enter goes on with what is there. */
export function FirstRun() {
  const { t } = useTranslation(['first-run', 'common'])
  const [language, setLanguage] = useState<Language>(guessLanguage)
  const [businessName, setBusinessName] = useState('')
  const [staffName, setStaffName] = useState('')
  const [trade, setTrade] = useState<TradeKey>('general')
  const [beginning, setBeginning] = useState<Beginning>('import')
  const setUp = useMutation(api.settings.setUp.mutationOptions())

  const choose = (value: string) => {
    const chosen = Language.parse(value)
    setLanguage(chosen)
    void speak(chosen)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    navigate(beginning === 'import' ? paths.import : paths.today)
    setUp.mutate({ language, businessName, staffName, trade, withSampleData: beginning === 'sample' })
  }

  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={submit}>
        <h1 className={classes.title}>
          <span className={classes.seal} aria-hidden>
            {t('seal')}
          </span>
          {t('title')}
        </h1>
        <p className={classes.text}>{t('text')}</p>
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('language')}
            data={Language.options.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            value={language}
            onChange={choose}
          />
          <TextInput
            autoFocus
            label={t('businessName')}
            placeholder={t('businessNameExample')}
            maxLength={200}
            value={businessName}
            onChange={(event) => setBusinessName(event.currentTarget.value)}
          />
          <TextInput
            label={t('staffName')}
            description={t('staffNameWhy')}
            maxLength={100}
            value={staffName}
            onChange={(event) => setStaffName(event.currentTarget.value)}
          />
          <Trade value={trade} onChange={setTrade} />
          <Radio.Group label={t('beginning')} value={beginning} onChange={(value) => setBeginning(value as Beginning)}>
            <Stack gap="sm" mt={4}>
              {beginnings.map((value) => (
                <Radio key={value} value={value} label={t(`begin.${value}`)} description={t(`beginText.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Button
            type="submit"
            variant="filled"
            size="sm"
            loading={setUp.isPending}
            rightSection={<Keys keys={['Enter']} />}
          >
            {t('start')}
          </Button>
        </Stack>
        <p className={classes.foot}>{t('where')}</p>
      </form>
    </main>
  )
}

interface TradeProps {
  readonly value: TradeKey
  readonly onChange: (trade: TradeKey) => void
}

/** What one deals in, and what the card is prepared with for it. */
function Trade({ value, onChange }: TradeProps) {
  const { t } = useTranslation('first-run')
  const { data: templates = [] } = useQuery(api.fields.templates.queryOptions())
  const template = templates.find(({ key }) => key === value)
  return (
    <Radio.Group
      label={t('trade')}
      description={t('tradeWhy')}
      value={value}
      onChange={(trade) => onChange(TradeKey.parse(trade))}
    >
      <div className={classes.trades}>
        {templates.map((one) => (
          <Radio key={one.key} value={one.key} label={fieldLabel(one)} />
        ))}
      </div>
      {template && (
        <section className={classes.preview} aria-label={t('tradePreview')} aria-live="polite">
          {addsNothing(template) ? t('tradeGeneral') : <TemplatePreview template={template} fields={[]} />}
        </section>
      )}
    </Radio.Group>
  )
}

function addsNothing({ sections, fields }: TradeTemplate): boolean {
  return sections.length === 0 && fields.length === 0
}
