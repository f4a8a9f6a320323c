import { createContext, type ReactNode, use, useState } from 'react'
import { createPortal } from 'react-dom'
import { Keys } from './key-cap.tsx'
import classes from './status-bar.module.css'

export interface KeyHint {
  readonly keys: readonly string[]
  readonly label: string
}

interface StatusBarProps {
  /** What is to be known or done here: counts, what was saved, the actions on a selection. */
  readonly children?: ReactNode
  /** The keys that work now, the most useful first. */
  readonly keys?: readonly KeyHint[]
}

const Place = createContext<HTMLElement | null>(null)

/** What a page says in the status bar. It is drawn where the frame has its bar. */
export function StatusBar({ children, keys = [] }: StatusBarProps) {
  const place = use(Place)
  if (place === null) return null
  return createPortal(
    <>
      {children}
      <span className={classes.keys}>
        {keys.map((hint) => (
          <span key={hint.label} className={classes.hint}>
            <Keys keys={hint.keys} />
            {hint.label}
          </span>
        ))}
      </span>
    </>,
    place,
  )
}

/** The bar itself, and the page that speaks in it. */
export function WithStatusBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)

  return (
    <>
      <Place value={place}>{children}</Place>
      <footer className={classes.bar} aria-label={label} ref={setPlace} />
    </>
  )
}
