import type { ImportField, ImportPart } from '#contract/imports.ts'
import { contactColumns, followUpColumns, readSeveralHead, visitColumns } from '../fields/record-columns.ts'

/** What a header says about whose name it is: the firm's, a person's, or the customer's whichever that is. */
export type NameOf = 'customer' | 'person' | 'company'

export interface KnownHeader extends ImportField {
  readonly nameOf: NameOf | null
  /** Of a person rather than of the firm: goes to the contact where a sheet has both. */
  readonly isPersonal: boolean
}

type Line = readonly [field: string, part: ImportPart | null, mark: NameOf | 'personal' | '', headers: string]

/** Usual headers of customer lists: Chinese shops, CRMs, Google, Outlook, Apple, Thunderbird, HubSpot, Salesforce … */
const lines: readonly Line[] = [
  [
    'customer.name',
    null,
    'customer',
    '客户名称|客户名|客户|顾客|顾客名称|会员|会员名称|名称|customer|customer name|client|client name|account|account name',
  ],
  [
    'customer.name',
    null,
    'person',
    '姓名|客户姓名|顾客姓名|会员姓名|用户姓名|名字|联系人姓名全称|name|full name|display name|fn|显示名称|file as|用户名称|nombre',
  ],
  [
    'customer.name',
    null,
    'company',
    '公司|公司名称|单位|单位名称|企业|企业名称|工作单位|商户名称|店名|门店名称|厂名|company|company name|organization|organisation|organization name|organization 1 name|business name|firm|cliente|associated company',
  ],
  ['customer.name', 'familyName', 'person', '姓|姓氏|last name|lastname|surname|family name|lname'],
  ['customer.name', 'givenName', 'person', '名|first name|firstname|given name|fname'],
  ['customer.name', 'middleName', 'person', '中间名|middle name|additional name'],
  [
    'contact.name',
    null,
    '',
    '联系人|联系人姓名|联系人名称|业务联系人|对接人|负责人|经办人|主要联系人|contact|contact name|contact person|primary contact|attn',
  ],
  [
    'contact.title',
    null,
    '',
    '职务|职位|联系人职务|职称|部门职务|头衔|contact title|job title|title|position|organization 1 title',
  ],
  ['contact.role', null, '', '决策角色|联系人角色'],
  ['contact.phones', null, '', '联系人电话|联系人手机|联系人手机号|对接人电话|contact phone|contact mobile'],
  ['contact.wechat', null, '', '联系人微信'],
  ['contact.email', null, '', '联系人邮箱|contact email'],
  ['contact.relation', null, '', '与决策人关系|关系'],
  ['contact.hometown', null, '', '籍贯|家乡|老家'],
  ['customer.shortName', null, '', '简称|客户简称|公司简称|昵称|nickname|short name|别名'],
  ['customer.reading', null, '', '拼音|pinyin|phonetic name|yomi name'],
  ['customer.kind', null, '', '类别|客户类别|客户性质|客户类型|customer type|kind|个人/单位'],
  [
    'customer.number',
    null,
    '',
    '统一编号|客户编号|客户编码|客户代码|客户号|客户id|编号|会员号|会员编号|会员卡号|卡号|用户编号|customer id|customer no|customer number|customer code|card number|account number|client id|id|accountnumber c|customernumber|organization id',
  ],
  [
    'customer.phones',
    null,
    'personal',
    '手机|手机号|手机号码|移动电话|电话|电话号码|联系电话|联系方式|联系手机|联系号码|客户电话|客户手机|会员手机|tel|phone|phone number|mobile|mobile phone|mobile number|cell|cell phone|phone 1 value|phone 2 value|phone 3 value|phone 1|phone 2|telephone|主要电话|其他电话|寻呼机',
  ],
  ['customer.phones', null, 'personal', '住宅电话|家庭电话|住宅电话 2|家庭电话 2|home phone|home phone 2|home'],
  [
    'customer.phones',
    null,
    '',
    '办公电话|单位电话|公司电话|座机|固定电话|固话|商务电话|商务电话 2|单位电话 2|工作电话|business phone|business phone 2|work phone|company main phone|office|office phone',
  ],
  ['customer.phones', null, '', '传真|传真号码|商务传真|住宅传真|fax|fax number|business fax|home fax|work fax'],
  ['customer.wechat', null, 'personal', '微信|微信号|微信id|wechat|weixin|wechat id'],
  [
    'customer.email',
    null,
    'personal',
    '邮箱|电子邮箱|电子邮件|电子邮件地址|邮件|email|e mail|e mail address|email address|mail|e mail 1 value|primary email|主要电子邮件|客户邮箱|property email',
  ],
  ['customer.birthday', null, 'personal', '生日|出生日期|出生年月|birthday|birth date|birthdate|date of birth|dob|bod'],
  [
    'customer.address',
    null,
    '',
    '地址|单位地址|公司地址|联系地址|客户地址|通讯地址|详细地址|收货地址|家庭地址|住址|address|full address|mailing address|home address|business address|address 1 formatted',
  ],
  [
    'customer.address',
    'street',
    '',
    '街道|商务地址街道|商务地址 街道|住宅地址 街道|住宅地址街道|街道地址|street|street address|business street|home street|address 1|address 1 street|address line 1|address line1|billing street|home address|work address|shipping street|mailing street',
  ],
  ['customer.address', 'district', '', '区|区县|县|district|county'],
  [
    'customer.address',
    'city',
    '',
    '城市|市|所在城市|商务地址 市县|商务地址市县|住宅地址 市县|city|business city|home city|address 1 city|billing city|address city|work city',
  ],
  [
    'customer.address',
    'region',
    '',
    '省|省份|省市|省/市/自治区|省/自治区/直辖市|商务地址 省/市/自治区|state|province|business state|home state|address 1 region|billing state|work state',
  ],
  [
    'customer.address',
    'postcode',
    '',
    '邮编|邮政编码|商务地址 邮政编码|zip|zip code|postal code|postalcode|postcode|business postal code|home postal code|billing postal code|work zipcode|home zipcode|address 1 postal code',
  ],
  [
    'customer.address',
    'country',
    '',
    '国家|国家/地区|商务地址 国家/地区|country|business country|country region|home country|billing country|work country|address 1 country',
  ],
  ['customer.region', null, '', '区域|地区|所属区域|片区|大区|region|area|territory'],
  ['customer.industry', null, '', '行业|所属行业|客户行业|industry|sector'],
  ['customer.source', null, '', '来源|客户来源|渠道来源|获客渠道|source|lead source|original source'],
  ['customer.grade', null, '', '等级|级别|客户等级|客户级别|客户评级|评级|会员等级|grade|rating|level|tier|class'],
  ['customer.worth', null, '', '价值|客户价值'],
  ['customer.loyalty', null, '', '忠诚|忠诚度|客户忠诚度|loyalty'],
  ['customer.lifeCycle', null, '', '生命周期|客户状态|客户阶段|life cycle|lifecycle stage|stage'],
  ['customer.invoiceTitle', null, '', '开票抬头|发票抬头|开票名称|invoice title'],
  ['customer.taxNumber', null, '', '税号|纳税人识别号|统一社会信用代码|信用代码|tax number|tax id|vat|vat number'],
  ['customer.bankName', null, '', '开户行|开户银行|bank|bank name'],
  ['customer.bankAccount', null, '', '银行账号|银行账户|账号|bank account|account no'],
  ['customer.needs', null, '', '需求|客户需求|需求状况|意向|意向产品|needs|requirements'],
  ['customer.preferences', null, '', '偏好|喜好|爱好|兴趣|preferences|hobby|interests'],
  ['customer.specialRequests', null, '', '特别要求|特殊要求|禁忌|special requests'],
  ['customer.registeredCapital', null, '', '注册资本|注册资金|registered capital'],
  ['customer.employees', null, '', '员工人数|员工数|人数|employees|number of employees|numberofemployees'],
  ['customer.site', null, '', '经营场所|网站|网址|网页|公司网站|website|web page|url|web site'],
  ['customer.supplier', null, '', '现供应商|供应商|current supplier'],
  ['customer.contractEndsOn', null, '', '合同到期|合同到期日|合同截止日期|到期日期|contract expiry|contract end'],
  ['customer.creditLimit', null, '', '信用额度|授信额度|credit limit'],
  ['customer.paymentTerm', null, '', '账期|付款方式|结算方式|payment term|payment terms'],
  ['customer.paymentAttitude', null, '', '付款态度|付款情况|信用状况'],
  ['customer.createdBy', null, '', '建卡人|创建人|录入人|登记人|业务员|created by|creator'],
  [
    'customer.createdOn',
    null,
    '',
    '建卡日期|建档日期|创建时间|创建日期|录入日期|录入时间|登记日期|登记时间|入会日期|注册日期|注册时间|create date|created on|created at|created|date created|created time',
  ],
  ['customer.tags', null, '', '标签|客户标签|分组|群组|labels|tags|group|group membership|categories|类别 标签'],
  [
    'customer.notes',
    null,
    '',
    '备注|说明|附注|备注信息|客户备注|描述|notes|note|remark|remarks|comment|comments|description|memo',
  ],
  [
    'visit.visitedAt',
    null,
    '',
    '拜访日期|拜访时间|最后拜访|最后拜访日期|最近拜访|上次拜访|上次拜访时间|上次到店|上次到店时间|最近到店|最后到店时间|到店日期|最后联系|最后联系时间|最近联系|最近联系时间|上次联系时间|最后跟进时间|最近跟进时间|跟进时间|跟进日期|last visit|last visited|visit date|last contacted|last contact date|last activity date',
  ],
  [
    'visit.situation',
    null,
    '',
    '拜访内容|拜访记录|拜访情况|洽谈内容|洽谈情况|沟通记录|沟通内容|跟进记录|跟进内容|跟进情况|联系记录|最后跟进记录|上次维修项目|上次项目|visit notes|last visit notes|call notes|visit summary',
  ],
  ['visit.channel', null, '', '拜访方式|联系途径|跟进方式|channel'],
  ['visit.result', null, '', '洽谈结果|拜访结果|跟进结果|visit result'],
  ['visit.resultNote', null, '', '结果说明|result note'],
  ['visit.purpose', null, '', '拜访目的|目的|purpose'],
]

const usual = lines.flatMap(([path, part, mark, headers]) =>
  headers.split('|').map((header): [string, KnownHeader] => {
    const [owner, field = ''] = path.split('.') as [ImportField['owner'], string]
    const nameOf = mark === '' || mark === 'personal' ? null : mark
    return [foldHeader(header), { owner, field, part, nameOf, isPersonal: mark === 'personal' }]
  }),
)

/** The headers of our own exports. */
const own = (['contact', 'visit'] as const).flatMap((owner) =>
  (owner === 'contact' ? contactColumns : visitColumns).flatMap(
    ({ key, labelZh, labelEn }): [string, KnownHeader][] => {
      const header: KnownHeader = { owner, field: key, part: null, nameOf: null, isPersonal: false }
      return [labelZh, labelEn].map((label) => [foldHeader(label), header])
    },
  ),
)

const computedHeaders = new Set(
  followUpColumns.flatMap(({ labelZh, labelEn }) => [foldHeader(labelZh), foldHeader(labelEn)]),
)

const known: ReadonlyMap<string, KnownHeader> = new Map([...usual, ...own])

/** Where columns of this name usually go. */
export function knownHeader(header: string): KnownHeader | undefined {
  const found = exactHeader(header) ?? exactHeader(withoutBrackets(header))
  if (found) return found
  const several = readSeveralHead(header)
  const one = several && exactHeader(several.label)
  return several && one && takesSeveral(one.field, several.piece) ? { ...one, part: several.piece } : undefined
}

/** A record has several of these, over several columns; a phone has a kind, an address more pieces than that. */
export function takesSeveral(field: string, piece: ImportPart | null): boolean {
  return field === 'address' || (field === 'phones' && (piece === null || piece === 'label'))
}

export function withoutBrackets(header: string): string {
  return header.replace(/[(\uFF08【[].*?[)\uFF09】\]]/g, '')
}

/** Columns of our own exports that the import does not take in. */
export function isComputedHeader(header: string): boolean {
  return computedHeaders.has(foldHeader(header))
}

/** A header that only says "phone", and nothing about which. */
export function isPlainPhoneHeader(header: string): boolean {
  return /^(?:联系人|客户|contact)?(?:电话|电话号码|联系电话|联系方式|手机|手机号|手机号码|phone|phonenumber|tel|telephone|mobile)\d*$/.test(
    foldHeader(header),
  )
}

function exactHeader(header: string): KnownHeader | undefined {
  return known.get(foldHeader(header))
}

/** One form for 客户 名称*, 客户名称: and Customer_Name. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^property_|^\*|[*:\uFF1A?\uFF1F]+$/g, '')
    .replace(/[\s_\-./、·'"]+/g, '')
}
