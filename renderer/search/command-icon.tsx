import {
  IconArrowBackUp,
  IconCopyCheck,
  IconLayoutList,
  IconTrash,
  IconCalendarPlus,
  IconFileExport,
  IconFileImport,
  IconHistory,
  IconKeyboard,
  IconMoon,
  IconNotes,
  IconPrinter,
  IconSearch,
  IconSettings,
  IconSun,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import type { CommandId } from '#contract/commands.ts'

const icons = {
  newCustomer: IconUserPlus,
  newVisit: IconNotes,
  newFollowUp: IconCalendarPlus,
  import: IconFileImport,
  export: IconFileExport,
  print: IconPrinter,
  undo: IconArrowBackUp,
  search: IconSearch,
  goToday: IconSun,
  goCustomers: IconUsers,
  goHistory: IconHistory,
  goTrash: IconTrash,
  goFields: IconLayoutList,
  goSettings: IconSettings,
  findDuplicates: IconCopyCheck,
  toggleTheme: IconMoon,
  showShortcuts: IconKeyboard,
} as const satisfies Record<CommandId, typeof IconSun>

export function CommandIcon({ id }: { readonly id: CommandId }) {
  const Icon = icons[id]
  return <Icon size={18} stroke={1.6} aria-hidden />
}
