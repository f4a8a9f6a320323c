import { implement } from '@orpc/server'
import { contract } from '#contract/contract.ts'
import { attachmentRouter } from './attachments/attachment-router.ts'
import { changeRouter } from './change-router.ts'
import { customerRouter } from './customers/customer-router.ts'
import { duplicateRouter } from './duplicates/duplicate-router.ts'
import { exportRouter } from './export/export-router.ts'
import { fieldRouter } from './fields/field-router.ts'
import { importRouter } from './import/import-router.ts'
import type { Context } from './lib/context.ts'
import { operationRouter } from './operations/operation-router.ts'
import { searchRouter } from './search/search-router.ts'
import { settingsRouter } from './settings/settings-router.ts'
import { staffRouter } from './staff/staff-router.ts'
import { trashRouter } from './trash/trash-router.ts'
import { viewRouter } from './views/view-router.ts'
import { followUpRouter } from './visits/follow-up-router.ts'
import { visitRouter } from './visits/visit-router.ts'

export const router = implement(contract).$context<Context>().router({
  attachments: attachmentRouter,
  changes: changeRouter,
  customers: customerRouter,
  duplicates: duplicateRouter,
  exports: exportRouter,
  fields: fieldRouter,
  followUps: followUpRouter,
  imports: importRouter,
  operations: operationRouter,
  search: searchRouter,
  settings: settingsRouter,
  staff: staffRouter,
  trash: trashRouter,
  views: viewRouter,
  visits: visitRouter,
})
