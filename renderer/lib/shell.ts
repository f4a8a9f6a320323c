import type { Shell } from '#contract/shell.ts'
import { browserShell } from './browser-shell.ts'

declare global {
  interface Window {
    /** Given by the preload script where there is one. */
    readonly shell?: Shell
  }
}

export const shell: Shell = window.shell ?? browserShell
