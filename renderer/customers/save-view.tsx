import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core'
import { IconDeviceFloppy, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './save-view.module.css'
import { ViewName } from './view-name.tsx'

/** ＋ behind the tabs: what is shown now, under a name of its own. */
export function SaveViewAs({ onSave }: { readonly onSave: (name: string) => void }) {
  const { t } = useTranslation('views')
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={t('saveAs')}>
          <ActionIcon aria-label={t('saveAs')} onClick={() => setOpened(!opened)}>
            <IconPlus size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('saveAs')}>
        <ViewName
          name=""
          onSave={(name) => {
            setOpened(false)
            onSave(name)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

interface ChangedViewProps {
  /** Null where there is no view to save it in. */
  readonly onSave: (() => void) | null
  readonly onRestore: () => void
}

/** Says that the list is not as it was saved, and offers the two ways out of that. */
export function ChangedView({ onSave, onRestore }: ChangedViewProps) {
  const { t } = useTranslation('views')
  return (
    <>
      <span className={classes.changed}>{t('changed')}</span>
      {onSave && (
        <Button
          variant="subtle"
          className={classes.save}
          leftSection={<IconDeviceFloppy size={15} stroke={1.6} aria-hidden />}
          onClick={onSave}
        >
          {t('saveView')}
        </Button>
      )}
      <Button variant="subtle" className={classes.save} onClick={onRestore}>
        {t('restore')}
      </Button>
    </>
  )
}
