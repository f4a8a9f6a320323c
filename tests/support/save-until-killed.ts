import { writeSync } from 'node:fs'
import { openCore } from '#core/core.ts'
import { createCustomer } from '#core/customers/customer-service.ts'
import { setUp } from '#core/settings/settings-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { appointmentOn, visitOf } from './visit.ts'

// Saves until somebody kills this process, and says the number of a save only once it was acknowledged.
const [dataFolder = '', first = '0'] = process.argv.slice(2)
const { context } = await openCore({ dataFolder, version: 'test' })
if (first === '0')
  await setUp(context, {
    language: 'zh-CN',
    businessName: '',
    staffName: '林晓雨',
    trade: 'general',
    withSampleData: false,
  })
const { id } = await createCustomer(context, { kind: 'person', name: '王芳', phones: [], values: {}, contact: null })

for (let number = Number(first); ; number++) {
  await saveVisit(
    context,
    visitOf(id, { situation: `第 ${number} 次`, next: appointmentOn('2099-01-01', `第 ${number} 次`) }),
  )
  writeSync(1, `${number}\n`)
}
