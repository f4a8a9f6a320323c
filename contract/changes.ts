import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { OperationId } from './common.ts'
import { procedure } from './errors.ts'

export const changes = {
  /** Says after every write that something changed, so that other windows ask again. */
  watch: procedure.output(eventIterator(z.object({ operationId: OperationId.nullable() }))),
}
