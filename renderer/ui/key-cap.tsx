import type { ReactNode } from 'react'
import classes from './key-cap.module.css'

export function KeyCap({ children }: { readonly children: ReactNode }) {
  return <kbd className={classes.cap}>{children}</kbd>
}

/** The caps of one chord, `['Ctrl', 'K']`. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <KeyCap key={key}>{key}</KeyCap>
      ))}
    </span>
  )
}
