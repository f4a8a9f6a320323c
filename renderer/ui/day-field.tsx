import { useTranslation } from 'react-i18next'
import type { Day, TimeOfDay } from '#contract/common.ts'
import type { PartialDate } from '#contract/partial-date.ts'
import { formatPartialDate } from '../lib/format-partial-date.ts'
import { formatShortDay, formatWeekday } from '../lib/format.ts'
import type { Leaning } from '../lib/nearest-day.ts'
import { parseDay } from '../lib/parse-day.ts'
import { parsePartialDate } from '../lib/parse-partial-date.ts'
import { parseTime } from '../lib/parse-time.ts'
import { useLanguage, useToday } from '../lib/start.ts'
import { whyNoDay } from '../lib/why-no-day.ts'
import type { InputProps } from './input-props.ts'
import { ParsedInput } from './parsed-input.tsx'

interface ValueProps<Value> extends InputProps {
  readonly value: Value | null
  /** Null with a text: what was typed is not clear. */
  readonly onChange: (value: Value | null, text: string) => void
}

/** A day as people say it: 明天, 下周三, 3/5, +7, 农历八月十五. */
export function DayField({ leaning = 'coming', ...props }: ValueProps<Day> & { readonly leaning?: Leaning }) {
  const { t } = useTranslation()
  const today = useToday()
  const language = useLanguage()
  return (
    <ParsedInput
      {...props}
      parse={(text) => parseDay(text, today, language, leaning)}
      show={(day) => day}
      understood={(day) => `${formatShortDay(day, today)} ${formatWeekday(day)}`}
      unclear={(text) => whyNoDay(text) ?? t('date.unknown')}
    />
  )
}

export function TimeField(props: ValueProps<TimeOfDay>) {
  const { t } = useTranslation()
  return (
    <ParsedInput
      {...props}
      parse={parseTime}
      show={(time) => time}
      understood={(time) => time}
      unclear={t('date.time')}
    />
  )
}

/** A birthday or the like: any of year, month and day, solar or lunar. */
export function PartialDateField(props: ValueProps<PartialDate>) {
  const { t } = useTranslation()
  return (
    <ParsedInput
      {...props}
      parse={parsePartialDate}
      show={formatPartialDate}
      understood={formatPartialDate}
      unclear={(text) => whyNoDay(text) ?? t('date.unknownPartial')}
    />
  )
}
