import { useTranslation } from 'react-i18next'
import type { Day } from '#contract/common.ts'
import { addDays } from '../lib/days.ts'
import { festivalsOf, lunarOf, lunarWords } from '../lib/lunar.ts'
import classes from './today.module.css'

/** The lunar date, and the festival of today or tomorrow: 丙午年正月十四，明天元宵节 */
export function AlmanacLine({ day }: { readonly day: Day }) {
  const { t } = useTranslation('follow-ups')
  const words = lunarWords(day)
  const lunar = lunarOf(day)
  if (words === null || lunar === null) return null
  const names = (of: Day) => festivalsOf(of).map((key) => t(`festival.${key}`))
  const festivals = [
    ...names(day).map((name) => t('festivalToday', { name })),
    ...names(addDays(day, 1)).map((name) => t('festivalTomorrow', { name })),
  ]
  const date = t('lunar', { ...words, monthNumber: lunar.month, dayNumber: lunar.day })
  return <span className={classes.almanac}>{[date, ...festivals].join(t('join'))}</span>
}
