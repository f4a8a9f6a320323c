import { match } from 'pinyin-pro'

/** Whether a label is meant by what was typed: a part of it, or its pinyin, in full, by initials or mixed. */
export function matchesText(label: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '' || label.toLowerCase().includes(wanted)) return true
  return /^[a-z\s']+$/.test(wanted) && match(label, wanted, { continuous: false }) !== null
}
