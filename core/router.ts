import { implement } from '@orpc/server'
import { contract } from '#contract/contract.ts'
import { changeRouter } from './change-router.ts'
import { customerRouter } from './customers/customer-router.ts'
import { exportRouter } from './export/export-router.ts'
import { fieldRouter } from './fields/field-router.ts'
import { importRouter } from './import/import-router.ts'
import type { Context } from './lib/context.ts'
import { operationRouter } from './operations/operation-router.ts'
import { searchRouter } from './search/search-router.ts'
import { settingsRouter } from './settings/settings-router.ts'
import { followUpRouter } from './visits/follow-up-router.ts'
import { visitRouter } from './visits/visit-router.ts'

export const router = implement(contract).$context<Context>().router({
  changes: changeRouter,
  customers: customerRouter,
  exports: exportRouter,
  fields: fieldRouter,
  followUps: followUpRouter,
  imports: importRouter,
  operations: operationRouter,
  search: searchRouter,
  settings: settingsRouter,
  visits: visitRouter,
})
