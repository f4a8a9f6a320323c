import { attachments } from './attachments.ts'
import { changes } from './changes.ts'
import { customers } from './customers.ts'
import { duplicates } from './duplicates.ts'
import { exports } from './exports.ts'
import { fields } from './fields.ts'
import { followUps } from './follow-ups.ts'
import { imports } from './imports.ts'
import { operations } from './operations.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { staff } from './staff.ts'
import { trash } from './trash.ts'
import { views } from './views.ts'
import { visits } from './visits.ts'

export const contract = {
  attachments,
  changes,
  customers,
  duplicates,
  exports,
  fields,
  followUps,
  imports,
  operations,
  search,
  settings,
  staff,
  trash,
  views,
  visits,
}
