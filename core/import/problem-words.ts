import type { Language } from '#contract/common.ts'
import type { RowProblem } from '#contract/imports.ts'

/** Written into the workbook of rows left out, which no locale file of the window reaches. */
export const reasonHeader: Readonly<Record<Language, string>> = { 'zh-CN': '未导入的原因', en: 'Why it was left out' }

export const problemWords: Readonly<Record<Language, Readonly<Record<RowProblem, string>>>> = {
  'zh-CN': {
    required: '必填的值是空的',
    notText: '不是文字',
    tooLong: '文字太长',
    notANumber: '不是数字',
    notMoney: '不是金额',
    notADate: '不是日期，或没有这一天',
    notAPartialDate: '不是日期，或没有这一天',
    notYesOrNo: '不是“是”或“否”',
    unknownChoice: '选项里没有这个值',
    notAnEmail: '不是邮箱地址',
    notALink: '不是网址',
    unknownCustomer: '找不到这个客户',
    readOnly: '这一项由程序填写',
    nameMissing: '没有客户名称',
    tooManyCells: '这一行比表头多出单元格，内容可能错位',
    unclosedQuote: '引号没有闭合',
    duplicateInFile: '与前面的行是同一客户',
    severalMatches: '有多个客户与这一行相符',
    numberTaken: '统一编号已被其他客户使用',
    errorCell: '单元格是公式错误',
    visitWithoutDay: '拜访没有日期',
  },
  en: {
    required: 'A required value is empty',
    notText: 'Not text',
    tooLong: 'The text is too long',
    notANumber: 'Not a number',
    notMoney: 'Not an amount of money',
    notADate: 'Not a date, or no such day',
    notAPartialDate: 'Not a date, or no such day',
    notYesOrNo: 'Neither yes nor no',
    unknownChoice: 'Not among the choices',
    notAnEmail: 'Not an e-mail address',
    notALink: 'Not a web address',
    unknownCustomer: 'No such customer',
    readOnly: 'This field is filled in by the program',
    nameMissing: 'No customer name',
    tooManyCells: 'More cells than the header names; values may have shifted',
    unclosedQuote: 'A quote is never closed',
    duplicateInFile: 'The same customer as in an earlier row',
    severalMatches: 'Several customers match this row',
    numberTaken: 'The card number belongs to another customer',
    errorCell: 'The cell holds a formula error',
    visitWithoutDay: 'A visit without a day',
  },
}
