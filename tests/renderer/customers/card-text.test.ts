import { beforeAll, describe, expect, it, vi } from 'vitest'
import { cardText } from '../../../renderer/customers/card-text.ts'
import { invoiceText } from '../../../renderer/customers/invoice-text.ts'
import { addressLine } from '../../../renderer/lib/address-line.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'
import { card, contact, field, phone, section } from './card-values.ts'

// The line to the core is laid as the module is read; nothing here goes over it.
vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')))

beforeAll(() => startI18n('zh-CN'))

const part = { type: 'text', storage: 'part' } as const
const layout = {
  sections: [section('name', '客户名称', 0), section('address', '地址、电话', 1), section('contact', '业务联系人', 2)],
  fields: [
    field({ key: 'region', labelZh: '区域', type: 'text', section: 'name' }),
    field({ key: 'old', labelZh: '旧编码', type: 'text', section: 'name', retired: true }),
    field({ key: 'phones', labelZh: '电话', section: 'address', position: 1, ...part }),
    field({ key: 'address', labelZh: '地址', section: 'address', position: 2, ...part }),
    field({ key: 'invoiceTitle', labelZh: '开票抬头', type: 'text', section: 'address', position: 3 }),
    field({ key: 'taxNumber', labelZh: '税号', type: 'text', section: 'address', position: 4 }),
    field({ key: 'bankAccount', labelZh: '银行账号', type: 'text', section: 'address', position: 5, sensitive: true }),
    field({ key: 'primaryContact', labelZh: '联系人', section: 'contact', ...part }),
  ],
}

const filled = card({
  values: {
    region: '余杭区',
    invoiceTitle: '青禾里餐饮管理有限公司',
    taxNumber: '91330110MA2H7Q4X8K',
    bankAccount: '6222',
  },
  phones: [phone(1, '0571-8862 4107')],
  addresses: [{ id: 1, label: '门店', area: '浙江省杭州市余杭区', street: '文一西路1218号', postcode: '311121' }],
  contacts: [contact({ name: '陈国梁', title: '总经理', phones: [phone(2, '138 5712 0463')], wechat: 'chen-gl' })],
})

describe('a card as text', () => {
  it('tells what is filled in, item by item, and nothing that is sensitive', () => {
    expect(cardText(filled, layout)).toBe(
      [
        '青禾里餐饮管理有限公司  K20260001',
        '【客户名称】\n区域：余杭区',
        [
          '【地址、电话】',
          '电话：057188624107',
          '地址：门店 浙江省杭州市余杭区文一西路1218号 311121',
          '开票抬头：青禾里餐饮管理有限公司',
          '税号：91330110MA2H7Q4X8K',
        ].join('\n'),
        '【业务联系人】\n联系人：陈国梁、总经理、13857120463、微信 chen-gl',
      ].join('\n\n'),
    )
  })

  it('tells a field out of use where it still holds something', () => {
    expect(cardText(filled, layout)).not.toContain('旧编码')
    expect(cardText(card({ values: { old: 'HZ-0032' } }), layout)).toContain('旧编码：HZ-0032')
  })
})

describe('what an invoice needs', () => {
  it('is copied in the order it is asked for, the account too: one has asked for it', () => {
    expect(invoiceText(filled, layout)).toBe(
      '开票抬头：青禾里餐饮管理有限公司\n税号：91330110MA2H7Q4X8K\n银行账号：6222',
    )
  })
})

describe('an address on one line', () => {
  it.each([
    ['浙江省杭州市余杭区', '文一西路1218号', '浙江省杭州市余杭区文一西路1218号'],
    ['上海市', '1号码头', '上海市1号码头'],
    ['Leeds', '12 High Street', 'Leeds 12 High Street'],
    ['', '文一西路1218号', '文一西路1218号'],
    ['浙江省', '', '浙江省'],
  ])('%s + %s', (area, street, line) => {
    expect(addressLine({ area, street })).toBe(line)
  })
})
