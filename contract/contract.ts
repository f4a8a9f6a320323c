import { changes } from './changes.ts'
import { customers } from './customers.ts'
import { exports } from './exports.ts'
import { fields } from './fields.ts'
import { followUps } from './follow-ups.ts'
import { imports } from './imports.ts'
import { operations } from './operations.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { visits } from './visits.ts'

export const contract = {
  changes,
  customers,
  exports,
  fields,
  followUps,
  imports,
  operations,
  search,
  settings,
  visits,
}
