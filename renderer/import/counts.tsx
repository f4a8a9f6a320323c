import { formatNumber } from '../lib/format.ts'
import classes from './counts.module.css'

interface Count {
  readonly label: string
  readonly value: number
  readonly tone?: 'warn' | undefined
}

/** Figures side by side, those that are nothing left out but for the first two. */
export function Counts({ counts }: { readonly counts: readonly Count[] }) {
  return (
    <dl className={classes.counts}>
      {counts
        .filter(({ value }, index) => value > 0 || index < 2)
        .map(({ label, value, tone }) => (
          <div key={label} className={classes.count} data-tone={tone}>
            <dt>{label}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
    </dl>
  )
}
