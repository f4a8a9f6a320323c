import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { commands } from '#contract/commands.ts'
import { commandKey, commandLabel } from '../lib/commands.ts'
import { isMac } from '../lib/platform.ts'
import { Keys } from '../ui/key-cap.tsx'
import classes from './shortcuts.module.css'

interface ShortcutsProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function Shortcuts({ opened, onClose }: ShortcutsProps) {
  const { t } = useTranslation(['app', 'common'])
  const everywhere = commands
    .map(({ id }) => ({ keys: commandKey(id), label: commandLabel(id) }))
    .filter(({ keys }) => keys.length > 0)
  const inForms = [
    { keys: [isMac ? '⌘' : 'Ctrl', 'Enter'], label: t('shortcuts.save') },
    { keys: ['Esc'], label: t('shortcuts.leave') },
    { keys: ['>'], label: t('shortcuts.commandsOnly') },
  ]

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <p className={classes.text}>{t('shortcuts.text')}</p>
      <KeyList title={t('shortcuts.everywhere')} items={everywhere} />
      <KeyList title={t('shortcuts.forms')} items={inForms} />
    </Modal>
  )
}

interface KeyListProps {
  readonly title: string
  readonly items: readonly { readonly keys: readonly string[]; readonly label: string }[]
}

function KeyList({ title, items }: KeyListProps) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {items.map(({ keys, label }) => (
          <div key={label} className={classes.item}>
            <dt>{label}</dt>
            <dd className={classes.keys}>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
