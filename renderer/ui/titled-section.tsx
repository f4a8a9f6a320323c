import { type ReactNode, useId } from 'react'
import classes from './titled-section.module.css'

interface TitledSectionProps {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

/** A part of a page of settings: what it is about on the left, what can be set on the right. */
export function TitledSection({ title, text, children }: TitledSectionProps) {
  const titleId = useId()
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <div>
        <h2 className={classes.title} id={titleId}>
          {title}
        </h2>
        {text !== undefined && <p className={classes.text}>{text}</p>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
