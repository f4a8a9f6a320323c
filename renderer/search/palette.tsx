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
    <Modal.Root
      opened={opened}
      onClose={() => setOpened(false)}
      transitionProps={{ duration: 0 }}
      padding={0}
      lockScroll={false}
      classNames={{ inner: classes.inner, content: classes.content }}
    >
      <Modal.Overlay color="var(--sk-veil)" backgroundOpacity={1} />
      <Modal.Content radius="lg" aria-label={t('title')}>
        <PaletteBox onClose={() => setOpened(false)} />
      </Modal.Content>
    </Modal.Root>
  )
}
