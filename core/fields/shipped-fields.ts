import type { OperationId } from '#contract/common.ts'
import type { FieldOwner, FieldStorage, FieldType } from '#contract/fields.ts'
import type { Db } from '../db/open.ts'
import type { Flag } from '../db/column-types.ts'
import { shippedChoices } from './shipped-choices.ts'

/** Writes the fourteen items, their fields and choices into a new file. From then on they are the owner's data. */
export async function addShippedFields(db: Db, operationId: OperationId): Promise<void> {
  await db
    .insertInto('sections')
    .values(
      sections.map(([key, labelZh, labelEn], position) => ({
        operation_id: operationId,
        key,
        label_zh: labelZh,
        label_en: labelEn,
        position,
        hidden: 0 as const,
        shipped: 1 as const,
      })),
    )
    .execute()

  for (const [position, field] of shippedFields.entries()) await addField(db, operationId, field, position)
}

/** What stands in a new file, for those who ask before there is one. */
export function shippedLayout() {
  return {
    sections: sections.map(([key, labelZh, labelEn]) => ({ key, labelZh, labelEn })),
    fields: shippedFields.map(({ key, zh, en, owner = 'customer', required = false }) => ({
      key,
      labelZh: zh,
      labelEn: en,
      owner,
      required,
      hidden: false,
      shipped: true,
    })),
  }
}

async function addField(db: Db, operationId: OperationId, field: ShippedField, position: number): Promise<void> {
  const flag = (set: boolean | undefined): Flag => (set ? 1 : 0)
  const { id } = await db
    .insertInto('fields')
    .values({
      operation_id: operationId,
      owner: field.owner ?? 'customer',
      key: field.key,
      label_zh: field.zh,
      label_en: field.en,
      type: field.type,
      storage: field.storage ?? 'value',
      section_key: field.section ?? null,
      position,
      required: flag(field.required),
      sensitive: flag(field.sensitive),
      printed: flag(field.printed ?? field.section !== undefined),
      listed: flag(field.listed ?? (field.owner ?? 'customer') === 'customer'),
      hidden: 0,
      read_only: flag(field.readOnly),
      shipped: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

  const choices = shippedChoices[field.key] ?? []
  if (choices.length === 0) return
  await db
    .insertInto('choices')
    .values(
      choices.map(([key, labelZh, labelEn], choicePosition) => ({
        operation_id: operationId,
        field_id: id,
        key,
        label_zh: labelZh,
        label_en: labelEn,
        position: choicePosition,
        hidden: 0 as const,
      })),
    )
    .execute()
}

type SectionRow = readonly [key: string, labelZh: string, labelEn: string]

const sections: readonly SectionRow[] = [
  ['name', '客户名称', 'Name'],
  ['decisionMaker', '购买决策人', 'Decision maker'],
  ['grade', '客户等级', 'Grade'],
  ['address', '地址、电话', 'Address and phone'],
  ['needs', '需求状况', 'Needs'],
  ['finances', '财务状况', 'Finances'],
  ['operations', '经营状况', 'Operations'],
  ['purchasing', '采购状况', 'Purchasing'],
  ['credit', '信用状况', 'Credit'],
  ['relations', '对外关系', 'External relations'],
  ['contact', '业务联系人', 'Business contact'],
  ['created', '建卡人、日期', 'Created by, on'],
  ['number', '统一编号', 'Card number'],
  ['notes', '备注', 'Notes'],
]

interface ShippedField {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly type: FieldType
  readonly section?: string
  readonly owner?: FieldOwner
  readonly storage?: FieldStorage
  readonly required?: boolean
  readonly sensitive?: boolean
  readonly printed?: boolean
  readonly listed?: boolean
  readonly readOnly?: boolean
}

const shippedFields: readonly ShippedField[] = [
  { key: 'name', zh: '名称', en: 'Name', type: 'text', section: 'name', storage: 'column', required: true },
  { key: 'shortName', zh: '简称', en: 'Short name', type: 'text', section: 'name', storage: 'column' },
  { key: 'reading', zh: '拼音', en: 'Pinyin', type: 'text', section: 'name', storage: 'column', printed: false },
  { key: 'kind', zh: '类别', en: 'Kind', type: 'choice', section: 'name', storage: 'column', required: true },
  { key: 'industry', zh: '行业', en: 'Industry', type: 'choice', section: 'name' },
  { key: 'region', zh: '区域', en: 'Region', type: 'text', section: 'name' },
  { key: 'source', zh: '来源', en: 'Source', type: 'choice', section: 'name' },

  {
    key: 'decisionMakers',
    zh: '决策人',
    en: 'Decision maker',
    type: 'text',
    section: 'decisionMaker',
    storage: 'part',
    readOnly: true,
  },
  { key: 'decisionHow', zh: '怎么定', en: 'How they decide', type: 'text', section: 'decisionMaker' },

  { key: 'grade', zh: '等级', en: 'Grade', type: 'choice', section: 'grade' },
  { key: 'worth', zh: '价值', en: 'Value', type: 'choice', section: 'grade' },
  { key: 'loyalty', zh: '忠诚', en: 'Loyalty', type: 'choice', section: 'grade' },
  { key: 'lifeCycle', zh: '生命周期', en: 'Life cycle', type: 'choice', section: 'grade' },

  { key: 'phones', zh: '电话', en: 'Phone', type: 'phone', section: 'address', storage: 'part' },
  { key: 'wechat', zh: '微信号', en: 'WeChat', type: 'text', section: 'address' },
  { key: 'email', zh: '邮箱', en: 'E-mail', type: 'email', section: 'address' },
  { key: 'address', zh: '地址', en: 'Address', type: 'longText', section: 'address', storage: 'part' },
  { key: 'invoiceTitle', zh: '开票抬头', en: 'Invoice title', type: 'text', section: 'address' },
  { key: 'taxNumber', zh: '税号', en: 'Tax number', type: 'text', section: 'address' },
  { key: 'bankName', zh: '开户行', en: 'Bank', type: 'text', section: 'address' },
  { key: 'bankAccount', zh: '银行账号', en: 'Bank account', type: 'text', section: 'address', sensitive: true },

  { key: 'needs', zh: '需求', en: 'Needs', type: 'longText', section: 'needs' },
  { key: 'preferences', zh: '偏好', en: 'Preferences', type: 'text', section: 'needs' },
  { key: 'specialRequests', zh: '特别要求', en: 'Special requests', type: 'text', section: 'needs' },

  { key: 'funds', zh: '资金状况', en: 'Funds', type: 'choice', section: 'finances' },
  { key: 'bankCredit', zh: '银行信用', en: 'Bank credit', type: 'choice', section: 'finances' },
  { key: 'registeredCapital', zh: '注册资本', en: 'Registered capital', type: 'money', section: 'finances' },
  { key: 'taxpayer', zh: '纳税人类别', en: 'Taxpayer kind', type: 'choice', section: 'finances' },
  { key: 'financeNotes', zh: '财务备注', en: 'Finance notes', type: 'longText', section: 'finances' },

  { key: 'organisation', zh: '组织形式', en: 'Organisation', type: 'choice', section: 'operations' },
  { key: 'standing', zh: '同行地位', en: 'Standing', type: 'choice', section: 'operations' },
  { key: 'employees', zh: '员工人数', en: 'Employees', type: 'number', section: 'operations' },
  { key: 'site', zh: '经营场所', en: 'Business site', type: 'text', section: 'operations' },
  { key: 'plans', zh: '经营计划', en: 'Plans', type: 'longText', section: 'operations' },

  { key: 'monthlyVolume', zh: '月用量', en: 'Monthly volume', type: 'text', section: 'purchasing' },
  { key: 'purchaseCycle', zh: '采购周期', en: 'Purchase cycle', type: 'text', section: 'purchasing' },
  { key: 'supplier', zh: '现供应商', en: 'Current supplier', type: 'text', section: 'purchasing' },
  { key: 'contractEndsOn', zh: '合同到期', en: 'Contract expiry', type: 'date', section: 'purchasing' },
  { key: 'purchasingNotes', zh: '采购备注', en: 'Purchasing notes', type: 'longText', section: 'purchasing' },

  { key: 'paymentAttitude', zh: '付款态度', en: 'Payment attitude', type: 'choice', section: 'credit' },
  { key: 'creditLimit', zh: '信用额度', en: 'Credit limit', type: 'money', section: 'credit' },
  { key: 'paymentTerm', zh: '账期', en: 'Payment term', type: 'text', section: 'credit' },
  { key: 'reputation', zh: '同业评价', en: 'Reputation', type: 'choice', section: 'credit' },

  { key: 'partners', zh: '合作单位', en: 'Partners', type: 'text', section: 'relations' },
  { key: 'associations', zh: '协会', en: 'Associations', type: 'text', section: 'relations' },
  { key: 'affiliate', zh: '关联单位', en: 'Affiliated company', type: 'text', section: 'relations', storage: 'part' },
  { key: 'authorities', zh: '主管部门', en: 'Authorities', type: 'text', section: 'relations' },

  {
    key: 'primaryContact',
    zh: '联系人',
    en: 'Contact',
    type: 'text',
    section: 'contact',
    storage: 'part',
    readOnly: true,
  },
  { key: 'birthday', zh: '生日', en: 'Birthday', type: 'partialDate', section: 'contact' },
  { key: 'preferredTime', zh: '喜欢怎么联系', en: 'Prefers', type: 'text', section: 'contact' },

  {
    key: 'createdBy',
    zh: '建卡人',
    en: 'Created by',
    type: 'text',
    section: 'created',
    storage: 'column',
    readOnly: true,
  },
  {
    key: 'createdOn',
    zh: '建卡日期',
    en: 'Created on',
    type: 'date',
    section: 'created',
    storage: 'column',
    readOnly: true,
  },

  // Its choices are the staff.
  { key: 'owner', zh: '负责人', en: 'Owner', type: 'choice', section: 'created' },

  {
    key: 'number',
    zh: '统一编号',
    en: 'Card number',
    type: 'text',
    section: 'number',
    storage: 'column',
    required: true,
  },

  { key: 'notes', zh: '备注', en: 'Notes', type: 'longText', section: 'notes' },
  { key: 'tags', zh: '标签', en: 'Tags', type: 'tags', section: 'notes' },

  { key: 'lastContact', zh: '上次联系', en: 'Last contact', type: 'date', storage: 'column', readOnly: true },
  { key: 'nextContact', zh: '下次联系', en: 'Next contact', type: 'date', storage: 'column', readOnly: true },
  { key: 'completeness', zh: '完整度', en: 'Completeness', type: 'number', storage: 'column', readOnly: true },
  { key: 'confirmedOn', zh: '上次确认', en: 'Confirmed on', type: 'date', storage: 'column', readOnly: true },

  { key: 'role', zh: '决策角色', en: 'Role', type: 'choice', owner: 'contact', storage: 'column' },
  {
    key: 'preferredChannel',
    zh: '联系方式',
    en: 'Preferred channel',
    type: 'choice',
    owner: 'contact',
    storage: 'column',
  },

  { key: 'channel', zh: '方式', en: 'Channel', type: 'choice', owner: 'visit', storage: 'column', required: true },
  { key: 'purpose', zh: '目的', en: 'Purpose', type: 'choice', owner: 'visit', storage: 'column' },
  { key: 'result', zh: '洽谈结果', en: 'Result', type: 'choice', owner: 'visit', storage: 'column' },

  { key: 'followUpKind', zh: '类别', en: 'Kind', type: 'choice', owner: 'followUp', storage: 'column', required: true },
]
