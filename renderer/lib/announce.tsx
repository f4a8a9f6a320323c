import { Button, Kbd } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from 'i18next'
import type { OperationId } from '#contract/common.ts'
import type { KeptRecord } from '#contract/operations.ts'
import { client } from './api.ts'
import classes from './announce.module.css'
import { commandKey } from './commands.ts'
import { queryClient } from './query-client.ts'
import { showError } from './show-error.ts'

const offerTime = 10_000

interface Announcement {
  readonly message: string
  /** What Undo takes back. */
  readonly operationId?: OperationId
}

let last: OperationId | null = null
let shown: string | null = null

/** Says at the bottom of the window what was done. With an operation, Undo is offered for ten seconds and by Ctrl Z. */
export function announce({ message, operationId }: Announcement): void {
  last = operationId ?? last
  // One at a time: what an older one offers is not what Ctrl Z would take back.
  if (shown !== null) notifications.hide(shown)
  shown = notifications.show({
    message: operationId === undefined ? message : <WithUndo message={message} operationId={operationId} />,
    autoClose: operationId === undefined ? 4000 : offerTime,
    closeButtonProps: { 'aria-label': t('common:close') },
  })
}

/** For what is saved without a word: Ctrl Z still takes it back. */
export function rememberUndo(operationId: OperationId): void {
  last = operationId
}

export function tell(message: string): void {
  notifications.show({ message, autoClose: 4000, closeButtonProps: { 'aria-label': t('common:close') } })
}

/** Takes back what was announced last; each time once. */
export async function undoLast(): Promise<void> {
  if (last === null) return tell(t('common:undo.nothing'))
  await undoOperation(last)
}

/** Takes an operation back and says which later edits it left alone. */
export async function undoOperation(id: OperationId): Promise<void> {
  if (last === id) last = null
  notifications.clean()
  try {
    const { kept, keptCount } = await client.operations.undo({ id })
    announce({ message: keptCount === 0 ? t('common:undo.done') : keptMessage(kept, keptCount) })
  } catch (error) {
    showError(error)
  } finally {
    void queryClient.invalidateQueries()
  }
}

function keptMessage(kept: readonly KeptRecord[], count: number): string {
  const names = [...new Set(kept.map(({ name }) => name).filter(Boolean))].slice(0, 3)
  return t('common:undo.kept', { count, names: names.join(t('common:comma')) })
}

function WithUndo({ message, operationId }: Required<Announcement>) {
  return (
    <span className={classes.announcement}>
      <span>{message}</span>
      <Button
        onClick={() => void undoOperation(operationId)}
        rightSection={<Kbd className={classes.key}>{commandKey('undo').join(' ')}</Kbd>}
      >
        {t('commands:undo')}
      </Button>
    </span>
  )
}
