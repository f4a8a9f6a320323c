import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEncoder } from '#core/sheets/encode-text.ts'

const customers = [
  ['青禾里餐饮管理有限公司', '陈国梁', '13857120463', 'A 类', '余杭区文一西路1218号', '农历八月十五', '6', 'HZ-0032'],
  ['瑞林月子中心', '顾雪琴', '13958097125', 'A 类', '余杭区常二路 66 号', '1984-05-17', '2', 'HZ-0041'],
  ['锦绣轩酒家', '罗秀英', '13758102267', 'A 类', '拱墅区湖墅南路 210 号', '农历正月廿一', '9', 'HZ-0018'],
  ['湖墅老灶头', '胡阿根', '13967138402', 'B 类', '拱墅区珠儿潭巷 12 号', '1966-11-02', '4', 'HZ-0059'],
  ['拱宸桥幼儿园', '蒋红梅', '0571-88013926', 'B 类', '拱墅区台州路 3 号', '', '3', 'HZ-0063'],
  ['桐庐溪畔民宿', '方晓岚', '15167249935', 'B 类', '桐庐县富春江镇芦茨村', '1990-03', '2', 'HZ-0102'],
  ['章婉清甜品店', '章婉清', '18767192204', 'C 类', '西湖区古墩路 673 号, 1 楼 "甜"', '1991-08-09', '1', 'HZ-0110'],
]

export const oldList = { customers: customers.length, names: customers.map(([name = '']) => name) }

/** A list as one finds them in small businesses: a title above the headers, in GBK, with a row that has no name. */
export function writeOldList(folder: string): string {
  const rows = [
    ['和顺厨房设备行 老客户名单'],
    [],
    ['客户名称', '联系人', '手机号', '级别', '单位地址', '生日', '灶台数量', '内部编码'],
    ...customers,
    ['', '', '13800000000', 'B 类', '', '', '', 'HZ-0999'],
  ]
  const csv = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
  const file = join(folder, '老客户名单2025.csv')
  writeFileSync(file, createEncoder('gb18030')(csv))
  return file
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
