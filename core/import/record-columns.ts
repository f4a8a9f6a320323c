import type { ImportOwner } from '#contract/imports.ts'

export interface RecordColumn {
  /** Where the column goes when it is imported; null for what the program works out itself. */
  readonly owner: ImportOwner | null
  readonly field: string
  readonly zh: string
  readonly en: string
  readonly width: number
}

const ofCustomer: readonly RecordColumn[] = [
  { owner: 'customer', field: 'number', zh: '统一编号', en: 'Card number', width: 14 },
  { owner: 'customer', field: 'name', zh: '客户名称', en: 'Customer', width: 24 },
]

/** The columns of the sheets beside the customers'. The import knows these headers, so that an export comes back whole. */
export const contactColumns: readonly RecordColumn[] = [
  ...ofCustomer,
  { owner: 'contact', field: 'name', zh: '联系人', en: 'Contact', width: 14 },
  { owner: 'contact', field: 'title', zh: '联系人职务', en: 'Contact title', width: 14 },
  { owner: 'contact', field: 'role', zh: '决策角色', en: 'Contact role', width: 14 },
  { owner: 'contact', field: 'isDecisionMaker', zh: '是决策人', en: 'Is decision maker', width: 10 },
  { owner: 'contact', field: 'isPrimary', zh: '是主要联系人', en: 'Is primary contact', width: 12 },
  { owner: 'contact', field: 'phones', zh: '联系人电话', en: 'Contact phone', width: 18 },
  { owner: 'contact', field: 'wechat', zh: '联系人微信', en: 'Contact WeChat', width: 16 },
  { owner: 'contact', field: 'email', zh: '联系人邮箱', en: 'Contact e-mail', width: 22 },
  { owner: 'contact', field: 'birthday', zh: '联系人生日', en: 'Contact birthday', width: 14 },
  { owner: 'contact', field: 'hometown', zh: '联系人籍贯', en: 'Contact hometown', width: 14 },
  { owner: 'contact', field: 'preferredChannel', zh: '联系人首选方式', en: 'Contact preferred channel', width: 14 },
  { owner: 'contact', field: 'relation', zh: '与决策人关系', en: 'Relation to decision maker', width: 20 },
  { owner: 'contact', field: 'notes', zh: '联系人备注', en: 'Contact notes', width: 40 },
]

export const visitColumns: readonly RecordColumn[] = [
  ...ofCustomer,
  { owner: 'visit', field: 'visitedAt', zh: '拜访时间', en: 'Visited at', width: 18 },
  { owner: 'visit', field: 'channel', zh: '拜访方式', en: 'Visit channel', width: 12 },
  { owner: null, field: 'staff', zh: '拜访人', en: 'Visited by', width: 12 },
  { owner: null, field: 'contacts', zh: '见了谁', en: 'Met', width: 16 },
  { owner: 'visit', field: 'purpose', zh: '拜访目的', en: 'Visit purpose', width: 16 },
  { owner: 'visit', field: 'situation', zh: '拜访内容', en: 'Visit notes', width: 60 },
  { owner: 'visit', field: 'result', zh: '拜访结果', en: 'Visit result', width: 12 },
  { owner: 'visit', field: 'resultNote', zh: '结果说明', en: 'Result note', width: 24 },
  { owner: 'visit', field: 'mood', zh: '客户态度', en: 'Customer mood', width: 16 },
  { owner: 'visit', field: 'decisionNote', zh: '决策情况', en: 'Decision note', width: 20 },
  { owner: 'visit', field: 'preparation', zh: '拜访准备', en: 'Visit preparation', width: 24 },
  { owner: 'visit', field: 'approach', zh: '拜访策略', en: 'Visit approach', width: 24 },
  { owner: 'visit', field: 'durationMinutes', zh: '拜访时长（分钟）', en: 'Visit minutes', width: 12 },
]

export const followUpColumns: readonly RecordColumn[] = [
  ...ofCustomer,
  { owner: null, field: 'dueOn', zh: '跟进日期', en: 'Due on', width: 12 },
  { owner: null, field: 'dueTime', zh: '跟进时刻', en: 'Due time', width: 10 },
  { owner: null, field: 'kind', zh: '跟进类别', en: 'Follow-up kind', width: 14 },
  { owner: null, field: 'title', zh: '跟进事项', en: 'Follow-up title', width: 30 },
  { owner: null, field: 'content', zh: '跟进说明', en: 'Follow-up details', width: 40 },
  { owner: null, field: 'place', zh: '地点', en: 'Place', width: 20 },
  { owner: null, field: 'status', zh: '跟进状态', en: 'Follow-up status', width: 12 },
  { owner: null, field: 'outcome', zh: '跟进结论', en: 'Follow-up outcome', width: 30 },
]
