/**
 * The values of contacts, visits and follow-ups as columns of a sheet, by the names of the contract. A sheet that was
 * written under these heads is read back by them.
 */
export interface RecordColumn {
  readonly key: string
  readonly labelZh: string
  readonly labelEn: string
  readonly width: number
}

/** The columns every sheet but that of the customers begins with: whose row it is. */
export const customerColumns = [
  { key: 'number', labelZh: '统一编号', labelEn: 'Card number', width: 12 },
  { key: 'customerName', labelZh: '名称', labelEn: 'Name', width: 24 },
] as const satisfies readonly RecordColumn[]

export const contactColumns = [
  { key: 'name', labelZh: '联系人姓名', labelEn: 'Contact name', width: 14 },
  { key: 'reading', labelZh: '联系人拼音', labelEn: 'Contact pinyin', width: 16 },
  { key: 'title', labelZh: '联系人职务', labelEn: 'Contact title', width: 14 },
  { key: 'role', labelZh: '联系人决策角色', labelEn: 'Contact role', width: 14 },
  { key: 'isDecisionMaker', labelZh: '是决策人', labelEn: 'Decides', width: 10 },
  { key: 'isPrimary', labelZh: '是业务联系人', labelEn: 'Is business contact', width: 12 },
  { key: 'phones', labelZh: '联系人电话', labelEn: 'Contact phone', width: 16 },
  { key: 'wechat', labelZh: '联系人微信号', labelEn: 'Contact WeChat', width: 16 },
  { key: 'email', labelZh: '联系人邮箱', labelEn: 'Contact e-mail', width: 22 },
  { key: 'birthday', labelZh: '联系人生日', labelEn: 'Contact birthday', width: 16 },
  { key: 'hometown', labelZh: '联系人家乡', labelEn: 'Contact hometown', width: 12 },
  { key: 'preferredChannel', labelZh: '联系人喜欢的联系方式', labelEn: 'Contact preferred channel', width: 14 },
  { key: 'relation', labelZh: '与决策人的关系', labelEn: 'Relation to the decision maker', width: 24 },
  { key: 'reportsTo', labelZh: '汇报对象', labelEn: 'Reports to', width: 14 },
  { key: 'influences', labelZh: '影响谁', labelEn: 'Influences', width: 16 },
  { key: 'notes', labelZh: '联系人备注', labelEn: 'Contact notes', width: 32 },
] as const satisfies readonly RecordColumn[]

export const visitColumns = [
  { key: 'visitedAt', labelZh: '拜访时间', labelEn: 'Visited at', width: 16 },
  { key: 'channel', labelZh: '拜访方式', labelEn: 'Visit channel', width: 10 },
  { key: 'contactNames', labelZh: '见到谁', labelEn: 'People met', width: 16 },
  { key: 'staffName', labelZh: '经手人', labelEn: 'Handled by', width: 10 },
  { key: 'purpose', labelZh: '拜访目的', labelEn: 'Visit purpose', width: 12 },
  { key: 'situation', labelZh: '访问情况', labelEn: 'Situation', width: 48 },
  { key: 'result', labelZh: '洽谈结果', labelEn: 'Result', width: 10 },
  { key: 'resultNote', labelZh: '结果说明', labelEn: 'Result note', width: 24 },
  { key: 'mood', labelZh: '情绪与时机', labelEn: 'Mood and timing', width: 20 },
  { key: 'decisionNote', labelZh: '决策情况', labelEn: 'About the decision', width: 20 },
  { key: 'preparation', labelZh: '下次准备', labelEn: 'Preparation', width: 24 },
  { key: 'approach', labelZh: '下次打算', labelEn: 'Planned approach', width: 24 },
  { key: 'durationMinutes', labelZh: '时长（分钟）', labelEn: 'Minutes', width: 10 },
] as const satisfies readonly RecordColumn[]

export const followUpColumns = [
  { key: 'dueOn', labelZh: '跟进日期', labelEn: 'Due on', width: 12 },
  { key: 'dueTime', labelZh: '跟进时间', labelEn: 'Due at', width: 8 },
  { key: 'kind', labelZh: '跟进类别', labelEn: 'Follow-up kind', width: 12 },
  { key: 'title', labelZh: '跟进事项', labelEn: 'Follow-up title', width: 28 },
  { key: 'content', labelZh: '跟进内容', labelEn: 'Follow-up content', width: 32 },
  { key: 'place', labelZh: '跟进地点', labelEn: 'Follow-up place', width: 20 },
  { key: 'priority', labelZh: '优先', labelEn: 'High priority', width: 8 },
  { key: 'status', labelZh: '跟进状态', labelEn: 'Follow-up status', width: 10 },
  { key: 'closedAt', labelZh: '办结时间', labelEn: 'Closed at', width: 16 },
  { key: 'outcome', labelZh: '办理结果', labelEn: 'Outcome', width: 32 },
] as const satisfies readonly RecordColumn[]

/** What follows the name of a field that takes several columns: 电话 2 类型, 地址 省市区. */
const pieces = {
  'zh-CN': { label: '类型', area: '省市区', postcode: '邮编' },
  en: { label: 'kind', area: 'area', postcode: 'postcode' },
} as const

type Piece = keyof (typeof pieces)['en']

/** The head of the nth phone or address (from 1), or of the column with one more piece of it. */
export function severalHead(label: string, place: number, piece: Piece | null, language: 'zh-CN' | 'en'): string {
  const head = place === 1 ? label : `${label} ${place}`
  return piece === null ? head : `${head} ${pieces[language][piece]}`
}

/** Reads such a head. Undefined when it neither counts nor names a piece. */
export function readSeveralHead(head: string): { label: string; place: number; piece: Piece | null } | undefined {
  const [, label = '', place, word = ''] = severalPattern.exec(head.trim()) ?? []
  const piece = pieceByWord.get(word.toLowerCase()) ?? null
  return label === '' || (place === undefined && piece === null)
    ? undefined
    : { label, place: Number(place ?? 1), piece }
}

const pieceByWord: ReadonlyMap<string, Piece> = new Map(
  Object.values(pieces).flatMap(({ label, area, postcode }): [string, Piece][] => [
    [label, 'label'],
    [area, 'area'],
    [postcode, 'postcode'],
  ]),
)
const severalPattern = new RegExp(`^(.*?)(?: (\\d{1,2}))?(?: (${[...pieceByWord.keys()].join('|')}))?$`, 'i')
