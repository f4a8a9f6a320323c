import type { MantineColorSchemeManager } from '@mantine/core'

type Scheme = ReturnType<MantineColorSchemeManager['get']>

/**
 * The colour scheme follows the setting kept in the data file. Nothing is kept in the browser, so that the window
 * never shows another scheme than the one that was chosen for the data on screen.
 */
export const themeStore: MantineColorSchemeManager = createStore()

function createStore(): MantineColorSchemeManager {
  let scheme: Scheme | null = null
  return {
    get: (fallback) => scheme ?? fallback,
    set: (value) => {
      scheme = value
    },
    subscribe: () => {},
    unsubscribe: () => {},
    clear: () => {
      scheme = null
    },
  }
}
