import i18next, { changeLanguage, use } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#contract/common.ts'

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { eager: true, import: 'default' })

/** All words of both languages are in the page: nothing to wait for, no key ever shown raw. */
export async function startI18n(language: Language): Promise<void> {
  await use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: resourcesOf(files),
    interpolation: { escapeValue: false },
  })
}

export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language
  if (i18next.language !== language) await changeLanguage(language)
}

/** Before anybody has chosen. */
export function guessLanguage(): Language {
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
}

function resourcesOf(modules: typeof files) {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const [path, words] of Object.entries(modules)) {
    const [language = '', file = ''] = path.split('/').slice(-2)
    resources[language] = { ...resources[language], [file.replace('.json', '')]: words }
  }
  return resources
}
