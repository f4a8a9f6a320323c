import type { Language } from '#contract/common.ts'

/** Written into the workbook, which no locale file of the window reaches. */
export const templateWords = {
  'zh-CN': {
    file: '客户导入模板',
    customers: '客户',
    guide: '填写说明',
    choices: '选项',
    field: '字段',
    required: '必填',
    how: '怎么填',
    yes: '是',
    yesNo: ['是', '否'],
  },
  en: {
    file: 'Customer import template',
    customers: 'Customers',
    guide: 'How to fill in',
    choices: 'Choices',
    field: 'Field',
    required: 'Required',
    how: 'How to fill it in',
    yes: 'Yes',
    yesNo: ['Yes', 'No'],
  },
} as const satisfies Record<Language, unknown>

type Hints = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Of fields that say more than their type does. */
export const fieldHints: Hints = {
  'zh-CN': {
    name: '公司名称，或个人的姓名。',
    reading: '不填时按名称自动生成。',
    kind: '个人或单位；不填时按名称判断。',
    number: '不填时按编号规则自动生成。填了要唯一。',
    phones: '几个电话用分号隔开。',
    address: '省市区、街道门牌和邮编各一列，也可以把整个地址写在一列里。',
    affiliate: '对方的统一编号或名称，几家用顿号隔开。',
    owner: '员工的姓名。',
    tags: '几个标签用顿号隔开。',
    birthday: '例如 1984-03-05、3月5日、农历八月十五。',
  },
  en: {
    name: 'The name of the company, or of the person.',
    reading: 'Made from the name when left empty.',
    kind: 'Person or company; told from the name when left empty.',
    number: 'Made by the number rule when left empty. No two may be the same.',
    phones: 'Several phones are parted by semicolons.',
    address: 'Area, street and postcode in a column each, or the whole address in one.',
    affiliate: 'Card numbers or names of the other customers, parted by commas.',
    owner: 'The name of a member of staff.',
    tags: 'Several tags are parted by commas.',
    birthday: 'For example 1984-03-05 or 5-Mar.',
  },
}

export const typeHints: Hints = {
  'zh-CN': {
    text: '一行文字。',
    longText: '文字，可以换行。',
    number: '数字。',
    money: '金额，单位元，例如 1280.50。',
    date: '日期，例如 2026-03-05。',
    partialDate: '例如 1984-03-05、3月5日、农历八月十五。',
    yesNo: '是或否。',
    choice: '从下拉列表里选一项。',
    choices: '列表里的几项，用顿号隔开。',
    phone: '电话号码。',
    email: '邮箱地址。',
    link: '网址。',
    customer: '对方的统一编号或名称。',
  },
  en: {
    text: 'One line of text.',
    longText: 'Text of any length.',
    number: 'A number.',
    money: 'An amount, for example 1280.50.',
    date: 'A day, for example 2026-03-05.',
    partialDate: 'For example 1984-03-05 or 5-Mar.',
    yesNo: 'Yes or no.',
    choice: 'One from the list.',
    choices: 'Several from the list, parted by commas.',
    phone: 'A phone number.',
    email: 'An e-mail address.',
    link: 'A web address.',
    customer: 'The card number or name of the other customer.',
  },
}
