import type { Day } from '#contract/common.ts'
import type { NumberRule } from '#contract/settings.ts'

/** A card number by its rule: `count` fills the counter, wider than its digits when it has outgrown them. */
export function formatNumber(rule: NumberRule, day: Day, count: number): string {
  return rule.parts
    .map((part) => {
      switch (part.part) {
        case 'text':
          return part.text
        case 'date':
          return formatDay(day, part.format)
        case 'counter':
          return String(count).padStart(part.digits, '0')
      }
    })
    .join('')
}

/** Without a counter every customer of a day would get the same number. */
export function hasCounter({ parts }: NumberRule): boolean {
  return parts.some(({ part }) => part === 'counter')
}

/** The time in which a counter runs before it starts again at 1; empty for ever. */
export function counterPeriod(rule: NumberRule, day: Day): string {
  const length = { never: 0, year: 4, month: 7, day: 10 }[rule.reset]
  return day.slice(0, length)
}

function formatDay(day: Day, format: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return format.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', date)
}
