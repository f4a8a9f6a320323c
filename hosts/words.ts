import type { Language } from '#contract/common.ts'
import en from '../renderer/locales/en/host.json' with { type: 'json' }
import zh from '../renderer/locales/zh-CN/host.json' with { type: 'json' }

/** The machine's language: what a host says before, or beside, the page. */
export const language: Language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en'

export const words = language === 'zh-CN' ? zh : en

export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}
