import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './confirm-dialog.module.css'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen, with numbers, and what can be got back. */
  readonly children: ReactNode
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly isBusy?: boolean
  /** Something is lost by it. */
  readonly isDanger?: boolean
}

/** Asks before what cannot be undone, or before what much hangs on. Everything else is done at once and offers Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title, children, confirmLabel, onConfirm, isBusy = false, isDanger = false } = props
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={420}
      centered
      classNames={{ title: classes.title, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        <Button onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button
          className={classes.confirm}
          variant="filled"
          onClick={onConfirm}
          loading={isBusy}
          data-danger={isDanger || undefined}
        >
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}
