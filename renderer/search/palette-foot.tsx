import { useTranslation } from 'react-i18next'
import { commandKey } from '../lib/commands.ts'
import { isMac } from '../lib/platform.ts'
import { Keys } from '../ui/key-cap.tsx'
import classes from './palette.module.css'

export function PaletteFoot() {
  const { t } = useTranslation(['search', 'common'])
  const left = [
    { keys: ['↑', '↓'], label: t('key.choose') },
    { keys: ['Enter'], label: t('key.open') },
    { keys: commandKey('newVisit'), label: t('key.logVisit') },
    { keys: [isMac ? '⌥' : 'Alt', 'C'], label: t('common:copyPhone') },
  ]
  const right = [
    { keys: ['>'], label: t('key.commandsOnly') },
    { keys: ['Esc'], label: t('common:close') },
  ]
  return (
    <div className={classes.foot}>
      {[left, right].map((hints) => (
        <span key={hints[0]?.label} className={classes.hints}>
          {hints.map(({ keys, label }) => (
            <span key={label} className={classes.key}>
              <Keys keys={keys} />
              {label}
            </span>
          ))}
        </span>
      ))}
    </div>
  )
}
