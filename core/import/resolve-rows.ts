import type { CustomerId } from '#contract/common.ts'
import type { MatchKey, RowProblem } from '#contract/imports.ts'
import type { Db } from '../db/open.ts'
import { customerStates, indexByKey, keysOf, type KeyIndex } from './existing-customers.ts'
import { type CustomerState, type LaidOver, layOver, newCustomerState } from './customer-state.ts'
import type { RowDraft } from './read-row.ts'

export interface ResolvedRow {
  readonly draft: RowDraft
  readonly outcome: 'create' | 'update' | 'same' | 'leaveOut'
  /** Speaks of a customer that an earlier row has made. */
  readonly isRepeat: boolean
  readonly customerId: CustomerId | null
  readonly problem: RowProblem | null
  readonly laid: LaidOver
}

/** A customer that rows of this file have made. */
interface Slot {
  state: CustomerState
  /** Known once it is written. */
  id: CustomerId | null
}

const nothing: LaidOver = { isChanged: false, contacts: 0, visits: 0 }

/**
 * Decides for one row after another which customer it is about, and lays it over that customer.
 *
 * The dry run and the real one go through here alike; only the real one writes what `touched` gathers.
 */
export async function rowResolver(db: Db, matchKey: MatchKey, overwrites: ReadonlySet<string>) {
  const byKey = await indexByKey(db, matchKey)
  const numbers: KeyIndex = matchKey === 'number' ? byKey : await indexByKey(db, 'number')
  const slots = new Map<string, Slot>()
  const numbersInFile = new Set<string>()

  async function resolve(drafts: readonly RowDraft[]): Promise<{ rows: ResolvedRow[]; touched: Touched }> {
    const wanted = new Set<CustomerId>()
    for (const draft of drafts) {
      for (const key of keysOf(draft, matchKey)) {
        for (const id of byKey.get(key) ?? []) wanted.add(id)
        const id = slots.get(key)?.id
        if (id) wanted.add(id)
      }
    }
    const states = await customerStates(db, [...wanted])
    const created: Slot[] = []
    const rows = drafts.map((draft) => resolveOne(draft, states, created))
    return { rows, touched: { created, updated: [...states.values()] } }
  }

  function resolveOne(draft: RowDraft, states: ReadonlyMap<CustomerId, CustomerState>, created: Slot[]): ResolvedRow {
    const leaveOut = (problem: RowProblem | null): ResolvedRow => ({
      draft,
      outcome: 'leaveOut',
      isRepeat: false,
      customerId: null,
      problem,
      laid: nothing,
    })
    if (draft.problems.some(({ isRowLeftOut }) => isRowLeftOut)) return leaveOut(null)

    const keys = keysOf(draft, matchKey)
    const slot = keys.map((key) => slots.get(key)).find((one) => one !== undefined)
    const ids = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    if (!slot && ids.size > 1) return leaveOut('severalMatches')
    const [existing] = ids
    const id = slot ? slot.id : (existing ?? null)
    const state = id !== null ? states.get(id) : slot?.state
    if (state) {
      const laid = layOver(state, draft, overwrites)
      return {
        draft,
        outcome: laid.isChanged ? 'update' : 'same',
        isRepeat: slot !== undefined,
        customerId: id,
        problem: null,
        laid,
      }
    }

    const number = String(draft.customer.values['number'] ?? '')
    if (isBlank(draft.customer.values['name'])) return leaveOut('nameMissing')
    if (number !== '' && (numbers.has(number) || numbersInFile.has(number))) return leaveOut('numberTaken')
    if (number !== '') numbersInFile.add(number)
    const fresh: Slot = { state: newCustomerState(), id: null }
    const laid = layOver(fresh.state, draft, overwrites)
    created.push(fresh)
    for (const key of keys) slots.set(key, fresh)
    return { draft, outcome: 'create', isRepeat: false, customerId: null, problem: null, laid }
  }

  return resolve
}

export interface Touched {
  /** `id` is set by whoever writes them. */
  readonly created: readonly Slot[]
  readonly updated: readonly CustomerState[]
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === ''
}
