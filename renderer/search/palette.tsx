import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../lib/commands.ts'
import { PaletteBox } from './palette-box.tsx'
import classes from './palette.module.css'

/** The search box, opened: it stands over the box it belongs to, so that the eyes do not move. */
export function Palette() {
  const { t } = useTranslation('search')
  const [opened, setOpened] = useState(false)
  useCommand('search', () => setOpened(true))

  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      aria-label={t('title')}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      padding={0}
      radius="lg"
      classNames={{ inner: classes.inner, content: classes.content }}
    >
      <PaletteBox onClose={() => setOpened(false)} />
    </Modal>
  )
}
