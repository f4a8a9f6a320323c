import type { Language } from '#contract/common.ts'
import type { Field, FieldType, FieldValue } from '#contract/fields.ts'

/** What the preview shows in a field: a customer that does not exist. */
export function sampleValue(field: Field, language: Language): FieldValue {
  const { key, type, choices } = field
  const first = choices.find(({ hidden }) => !hidden)?.key ?? null
  if (type === 'choice') return first
  if (type === 'choices') return first === null ? null : [first]
  const named = language === 'en' ? english[key] : chinese[key]
  return named ?? (language === 'en' ? englishByType[type] : chineseByType[type])
}

/** A part is shown as the words it would be made of. */
export function asText(field: Field): Field {
  return field.storage === 'part' || field.type === 'customer' ? { ...field, type: 'text' } : field
}

const chinese: Readonly<Record<string, FieldValue>> = {
  name: '青禾里餐饮管理有限公司',
  shortName: '青禾里',
  reading: 'qīng hé lǐ',
  region: '余杭区',
  decisionMakers: '陈国梁 总经理',
  decisionHow: '阮静先看价，陈总拍板',
  phones: '138 5712 0463',
  wechat: 'qhl-chenguoliang',
  email: 'chen@example.cn',
  address: '浙江省杭州市余杭区文一西路 1218 号',
  invoiceTitle: '青禾里餐饮管理有限公司',
  taxNumber: '91330110MA2H7Q4X8K',
  bankName: '杭州银行文一支行',
  bankAccount: '3301 **** 8062',
  needs: '三家门店统一换节能灶，要夜里施工',
  preferences: '国产品牌，配件好买',
  specialRequests: '发票随货',
  site: '自有 3 店',
  supplier: '城北厨具',
  primaryContact: '陈国梁 总经理',
  birthday: 'lunar:--08-15',
  createdBy: '林晓雨',
  createdOn: '2026-01-19',
  number: 'K20260137',
  tags: ['连锁', '夜间施工'],
  completeness: 78,
}

const english: Readonly<Record<string, FieldValue>> = {
  ...chinese,
  name: 'Green Field Catering Ltd',
  shortName: 'Green Field',
  reading: 'green field',
  region: 'Yuhang',
  decisionMakers: 'Chen Guoliang, manager',
  decisionHow: 'Ms Ruan compares prices, Mr Chen decides',
  address: '1218 Wenyi West Road, Hangzhou',
  invoiceTitle: 'Green Field Catering Ltd',
  bankName: 'Bank of Hangzhou',
  needs: 'New burners in three shops, fitted at night',
  preferences: 'Parts that are easy to get',
  specialRequests: 'Invoice with the goods',
  site: 'Three shops of their own',
  supplier: 'Northside Kitchens',
  primaryContact: 'Chen Guoliang, manager',
  createdBy: 'Lin Xiaoyu',
  tags: ['chain', 'night work'],
}

const byType: Readonly<Record<Exclude<FieldType, 'text' | 'longText' | 'customer'>, FieldValue>> = {
  number: 12,
  money: 6_000_000,
  date: '2026-03-05',
  partialDate: '--03-05',
  yesNo: true,
  choice: null,
  choices: null,
  tags: ['A'],
  phone: '057188624107',
  email: 'name@example.cn',
  link: 'https://example.cn',
}

const chineseByType: Readonly<Record<FieldType, FieldValue>> = {
  ...byType,
  text: '一行文字',
  longText: '可以写几行的文字',
  customer: '锦绣轩酒家',
}

const englishByType: Readonly<Record<FieldType, FieldValue>> = {
  ...byType,
  text: 'One line of text',
  longText: 'Text of several lines',
  customer: 'Brocade House',
}
