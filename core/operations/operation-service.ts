import type { OperationId, Written } from '#contract/common.ts'
import type { KeptRecord } from '#contract/operations.ts'
import { reconnect } from '../db/bring-back.ts'
import { takeBack } from '../db/undo.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { deletionsAmong } from './keep-trash.ts'
import { keptRecords, operationById } from './operation-queries.ts'
import { write } from './write.ts'

const namedAtMost = 100

/** Takes an operation back, whole, but for what was changed since: that is kept and named. Undoing an undo does it again. */
export async function undoOperation(
  context: Context,
  id: OperationId,
): Promise<Written & { kept: KeptRecord[]; keptCount: number }> {
  const operation = await operationById(context.db, id)
  if (!operation) fail('NOT_FOUND', { entity: 'operation', id })
  if (operation.kind === 'setUp') fail('RULE_BROKEN', { rule: 'cannotUndo' })
  if (operation.subject.purged) fail('RULE_BROKEN', { rule: 'purged' })
  if (operation.undoneBy !== null) fail('RULE_BROKEN', { rule: 'alreadyUndone' })

  return write(context, { kind: 'undo', subject: operation.subject, undoes: id }, async ({ db, operationId }) => {
    const kept = await takeBack(context.database, db, id, operationId)
    await reconnect(context.database, db, operationId, (operations) => deletionsAmong(db, operations))
    await db.updateTable('operations').set({ undone_by: operationId }).where('id', '=', id).execute()
    if (operation.undoes !== null) {
      await db.updateTable('operations').set({ undone_by: null }).where('id', '=', operation.undoes).execute()
    }
    return { kept: await keptRecords(db, kept.slice(0, namedAtMost)), keptCount: kept.length }
  })
}
