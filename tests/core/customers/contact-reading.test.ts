import { expect, it } from 'vitest'
import type { ContactDraft } from '#contract/customers.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

async function saved(core: TestCore, draft: ContactDraft): Promise<ContactDraft> {
  await saveContact(core.context, draft)
  const { contacts } = await cardOfCustomer(core.context, draft.customerId)
  return contacts[0] ?? draft
}

it('makes the reading of a contact from the name, and anew when the name changes', async () => {
  await using core = await openTestCore()
  const contact = await saved(core, contactDraft(await core.addCustomer(), '单志远'))
  expect(contact.reading).toBe('shàn zhì yuǎn')
  expect(await saved(core, { ...contact, name: '仇志远' })).toMatchObject({ reading: 'qiú zhì yuǎn' })
})

it('keeps a reading that was corrected by hand when the name changes, until it is emptied', async () => {
  await using core = await openTestCore()
  const contact = await saved(core, contactDraft(await core.addCustomer(), '单志远'))
  const corrected = await saved(core, { ...contact, reading: 'dān zhì yuǎn' })
  expect(corrected.reading).toBe('dān zhì yuǎn')
  expect(await saved(core, { ...corrected, name: '单志' })).toMatchObject({ reading: 'dān zhì yuǎn' })
  expect(await saved(core, { ...corrected, reading: '' })).toMatchObject({ reading: 'shàn zhì yuǎn' })
})
