import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useStart } from '../lib/start.ts'

/** Draws in the scheme of the settings; `system` follows the machine, also while it changes. */
export function useColorScheme(): void {
  const { theme } = useStart().settings
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme])
}
