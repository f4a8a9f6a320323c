import type { CustomerId } from '#contract/common.ts'
import type { ContactDraft } from '#contract/customers.ts'

/** A new contact of whom only the name is known. */
export function contactDraft(customerId: CustomerId, name: string): ContactDraft {
  return {
    customerId,
    id: null,
    name,
    reading: '',
    reportsTo: null,
    influences: [],
    title: '',
    role: null,
    isDecisionMaker: false,
    isPrimary: false,
    phones: [],
    wechat: '',
    email: '',
    birthday: null,
    hometown: '',
    preferredChannel: null,
    relation: '',
    notes: '',
  }
}
