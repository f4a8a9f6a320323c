import { openProblemOf } from '../db/open-errors.ts'
import { fail } from './fail.ts'

/** A disk that is full or cannot be written is something the user can mend: it gets a name. Other faults stay faults. */
export function failForDisk(error: unknown): never {
  const problem = openProblemOf(error)
  if (problem === 'diskFull') fail('DISK_FULL', {})
  if (problem === 'readOnly') fail('READ_ONLY', {})
  throw error
}
