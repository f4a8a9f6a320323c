import type { FieldType } from '#contract/fields.ts'

const secure = 'https:'

/** Where a link or an e-mail of a card may lead: the web and the mail program, never a script or a file. */
export function safeHref(type: FieldType, value: string): string | null {
  if (type === 'email') return /^[^\s@?&]+@[^\s@?&]+$/.test(value) ? `mailto:${value}` : null
  if (type !== 'link') return null
  const address = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `${secure}//${value}`)
  return address !== null && ['http:', secure].includes(address.protocol) ? address.href : null
}
