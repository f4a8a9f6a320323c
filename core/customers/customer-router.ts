import { implement } from '@orpc/server'
import { customers } from '#contract/customers.ts'
import type { Context } from '../lib/context.ts'
import { saveAddresses } from './address-service.ts'
import { saveAffiliates } from './affiliate-service.ts'
import { confirmCustomer } from './confirm-customer.ts'
import { removeContact, saveContact } from './contact-service.ts'
import { countCustomers, listCustomers, placeOf } from './customer-list.ts'
import { cardOfCustomer, cardsOfCustomers } from './customer-queries.ts'
import { createCustomer, removeCustomers, savePhones } from './customer-service.ts'
import { saveValue, saveValueOfMany } from './save-value.ts'

const os = implement(customers).$context<Context>()

export const customerRouter = os.router({
  list: os.list.handler(({ context, input }) => listCustomers(context.db, input, context.clock.today())),
  count: os.count.handler(async ({ context, input }) => ({
    count: await countCustomers(context.db, input.query, context.clock.today()),
  })),
  place: os.place.handler(({ context, input }) => placeOf(context.db, input.query, input.id, context.clock.today())),
  card: os.card.handler(({ context, input }) => cardOfCustomer(context, input.id)),
  cards: os.cards.handler(({ context, input }) => cardsOfCustomers(context, input.ids)),
  create: os.create.handler(({ context, input }) => createCustomer(context, input)),
  saveValue: os.saveValue.handler(({ context, input }) => saveValue(context, input)),
  saveAddresses: os.saveAddresses.handler(({ context, input }) => saveAddresses(context, input.id, input.addresses)),
  saveAffiliates: os.saveAffiliates.handler(({ context, input }) =>
    saveAffiliates(context, input.id, input.affiliates),
  ),
  confirm: os.confirm.handler(({ context, input }) => confirmCustomer(context, input.id)),
  savePhones: os.savePhones.handler(({ context, input }) => savePhones(context, input.id, input.phones)),
  saveValueOfMany: os.saveValueOfMany.handler(({ context, input }) =>
    saveValueOfMany(context, input.selection, input.field, input.value),
  ),
  remove: os.remove.handler(({ context, input }) => removeCustomers(context, input.selection)),
  saveContact: os.saveContact.handler(({ context, input }) => saveContact(context, input)),
  removeContact: os.removeContact.handler(({ context, input }) => removeContact(context, input.id)),
})
