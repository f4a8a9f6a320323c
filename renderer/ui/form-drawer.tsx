import { Button, Drawer } from '@mantine/core'
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveKey } from '../lib/keys.ts'
import { isMac } from '../lib/platform.ts'
import classes from './form-drawer.module.css'
import { Keys } from './key-cap.tsx'

interface FormDrawerProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** Whether something was typed that is not saved: then Esc asks first. */
  readonly isDirty: boolean
  readonly onSubmit: () => void
  readonly submitLabel?: string
  readonly isSaving?: boolean
  /** At the left of the foot: delete and the like. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** A form at the right edge. Ctrl Enter saves; Esc closes, and asks only when that would lose something. */
export function FormDrawer(props: FormDrawerProps) {
  const { opened, onClose, title, isDirty, onSubmit, submitLabel, isSaving = false, footer, children } = props
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useUnloadGuard(opened && isDirty)

  const leave = () => {
    setIsAsking(false)
    onClose()
  }
  const close = () => (isDirty && !isAsking ? setIsAsking(true) : leave())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isSaving) onSubmit()
  }
  // Not by the form's own keys: the focus reaches it only a moment after the drawer stands.
  useSaveKey(opened, () => form.current?.requestSubmit())

  return (
    <Drawer
      opened={opened}
      onClose={close}
      title={title}
      position="right"
      size={480}
      classNames={{ content: classes.content, header: classes.header, title: classes.title, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} ref={form} onSubmit={submit} noValidate>
        <div className={classes.fields}>{children}</div>
        <div className={classes.foot}>
          {isAsking && isDirty ? (
            <>
              <span className={classes.question} role="alert">
                {t('discard.question')}
              </span>
              <Button onClick={leave} color="red">
                {t('discard.leave')}
              </Button>
              <Button onClick={() => setIsAsking(false)} data-autofocus>
                {t('discard.stay')}
              </Button>
            </>
          ) : (
            <>
              <span className={classes.extra}>{footer}</span>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                type="submit"
                variant="filled"
                loading={isSaving}
                rightSection={<Keys keys={[isMac ? '⌘' : 'Ctrl', 'Enter']} />}
              >
                {submitLabel ?? t('save')}
              </Button>
            </>
          )}
        </div>
      </form>
    </Drawer>
  )
}

/** Asks before the window closes over work that is not saved yet. */
function useUnloadGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isDirty])
}
