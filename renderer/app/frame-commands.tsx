import { useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { undoLast } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { useCommand } from '../lib/commands.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { Shortcuts } from './shortcuts.tsx'

/** What can be started from anywhere. A page with a better answer registers the same command after these. */
export function FrameCommands() {
  const [areShortcutsOpen, shortcuts] = useDisclosure(false)
  const { colorScheme } = useMantineColorScheme()
  const save = useMutation(api.settings.save.mutationOptions())

  useCommand('goToday', () => navigate(paths.today))
  useCommand('goCustomers', () => navigate(paths.customers))
  useCommand('goHistory', () => navigate(paths.history))
  useCommand('goTrash', () => navigate(paths.trash))
  useCommand('findDuplicates', () => navigate(paths.duplicates))
  useCommand('goFields', () => navigate(paths.settingsPart('fields')))
  useCommand('goSettings', () => navigate(paths.settings))
  useCommand('import', () => navigate(paths.import))
  useCommand('newCustomer', () => request({ form: 'newCustomer' }))
  useCommand('newVisit', () => request({ form: 'visit' }))
  useCommand('newFollowUp', () => request({ form: 'followUp' }))
  useCommand('export', () => request({ form: 'export' }))
  useCommand('undo', () => void undoLast())
  useCommand('toggleTheme', () => save.mutate({ theme: isDark(colorScheme) ? 'light' : 'dark' }))
  useCommand('showShortcuts', shortcuts.toggle)

  return <Shortcuts opened={areShortcutsOpen} onClose={shortcuts.close} />
}

function isDark(scheme: 'auto' | 'light' | 'dark'): boolean {
  return scheme === 'dark' || (scheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
}
