import type { ReactNode } from 'react'
import classes from './chip.module.css'

interface ChipProps {
  readonly tone?: 'plain' | 'danger' | 'warn' | 'accent'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A word or two about a record. It is read, not pressed. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
