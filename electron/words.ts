import type { Language } from '#contract/common.ts'
import commandsEn from '../renderer/locales/en/commands.json' with { type: 'json' }
import hostEn from '../renderer/locales/en/host.json' with { type: 'json' }
import commandsZh from '../renderer/locales/zh-CN/commands.json' with { type: 'json' }
import hostZh from '../renderer/locales/zh-CN/host.json' with { type: 'json' }

export type Words = typeof hostEn & { readonly commands: typeof commandsEn }

const wordsByLanguage: Readonly<Record<Language, Words>> = {
  'zh-CN': { ...hostZh, commands: commandsZh },
  en: { ...hostEn, commands: commandsEn },
}

/** What the shell says by itself: menus, dialogs, tray. */
export function wordsIn(language: Language): Words {
  return wordsByLanguage[language]
}
