import type { Card, Contact } from '../../../contract/customers.ts'
import type { Field, Section } from '../../../contract/fields.ts'

export function field(part: Partial<Field> & Pick<Field, 'key'>): Field {
  return {
    id: 1,
    owner: 'customer',
    labelZh: part.key,
    labelEn: part.key,
    type: 'choice',
    storage: 'value',
    section: 'name',
    position: 0,
    required: false,
    sensitive: false,
    printed: true,
    listed: true,
    hidden: false,
    retired: false,
    readOnly: false,
    shipped: true,
    choices: [],
    ...part,
  }
}

export function contact(part: Partial<Contact> & Pick<Contact, 'name'>): Contact {
  return {
    id: 1 as Contact['id'],
    customerId: 1 as Contact['customerId'],
    reading: '',
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
    reportsTo: null,
    influences: [],
    notes: '',
    ...part,
  }
}

export const phone = (id: number, number: string) => ({ id, label: '', number, digits: number })

export function card(part: Partial<Card>): Card {
  return {
    id: 1 as Card['id'],
    uid: '',
    number: 'K20260001',
    kind: 'company',
    name: '青禾里餐饮管理有限公司',
    values: {},
    phones: [],
    addresses: [],
    affiliates: [],
    contacts: [],
    lastVisit: null,
    nextContact: null,
    emptySections: [],
    checks: {
      timely: { level: 'none', medianMinutes: null, visits: 0 },
      complete: { level: 'poor', percent: 0, filled: 0, of: 2 },
      accurate: { level: 'good', at: 0 as Card['createdAt'], by: 'created', days: 0, goodDays: 90, fairDays: 180 },
    },
    createdAt: 0 as Card['createdAt'],
    changedAt: 0 as Card['changedAt'],
    ...part,
  }
}

export function section(key: string, labelZh: string, position: number): Section {
  return { key, labelZh, labelEn: key, position, hidden: false, weight: 1, shipped: true }
}
