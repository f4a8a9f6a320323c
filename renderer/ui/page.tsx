import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly title: string
  /** Beside the title, in small: a date, a count. */
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  /** The children reach to the edges and scroll by themselves. */
  readonly flush?: boolean
  readonly children: ReactNode
}

export function Page({ title, subtitle, actions, flush = false, children }: PageProps) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {subtitle !== undefined && <div className={classes.subtitle}>{subtitle}</div>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {flush ? children : <div className={classes.body}>{children}</div>}
    </div>
  )
}
