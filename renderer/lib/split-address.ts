export interface SplitAddress {
  /** 省市区, written together. */
  readonly area: string
  readonly street: string
  readonly postcode: string
}

/** Province, city and county, and a postcode, taken off the front of a whole Chinese address. Null: nothing to take. */
export function splitAddress(text: string): SplitAddress | null {
  const { rest, postcode } = withoutPostcode(text.trim())
  const { area, street } = withoutArea(rest.replace(/^(?:中华人民共和国|中国)(?=\p{Script=Han})/u, ''))
  return area === '' && postcode === '' ? null : { area, street, postcode }
}

const labelledPostcode = /[,，;；(（\s]*(?:邮政编码|邮编)\s*[:：.]?\s*(\d{6})(?!\d)\s*[)）]?/
const edgePostcode = /^([0-8]\d{5})(?=[\s,，;；]|\p{Script=Han}{2,}[省市区])|[\s,，;；(（]([0-8]\d{5})[)）]?$/u

/** A postcode stands before or behind the address, or says what it is. */
function withoutPostcode(text: string): { rest: string; postcode: string } {
  const match = labelledPostcode.exec(text) ?? edgePostcode.exec(text)
  if (!match) return { rest: text, postcode: '' }
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  return { rest: trimmed(rest), postcode: match[1] ?? match[2] ?? '' }
}

const separators = /^[\s,，;；、/·-]+/

function trimmed(text: string): string {
  return text.replace(separators, '').replace(/[\s,，;；、]+$/, '')
}

interface Place {
  readonly name: string
  readonly rest: string
}

function withoutArea(text: string): { area: string; street: string } {
  const province = provinceOf(text)
  const afterProvince = province?.rest ?? text
  const isMunicipality = province !== null && municipalities.has(province.name.slice(0, 2))
  const city = isMunicipality ? null : cityOf(afterProvince)
  const county = countyOf(city?.rest ?? afterProvince, province?.name ?? null)

  // 北京 alone may begin 北京路: without its 市 a province counts only when a smaller place follows.
  const isCertain = province !== null && /[省市区]$/.test(province.name)
  if (!isCertain && city === null && county === null) return { area: '', street: trimmed(text) }
  return {
    area: [province, city, county].map((place) => place?.name ?? '').join(''),
    street: trimmed(county?.rest ?? city?.rest ?? afterProvince),
  }
}

const municipalities: ReadonlySet<string> = new Set(['北京', '上海', '天津', '重庆'])
const provinces =
  /^(?:(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|(?:内蒙古|广西|西藏|宁夏|新疆)(?:(?:壮族|回族|维吾尔)?自治区)?|(?:香港|澳门)(?:特别行政区)?|(?:北京|上海|天津|重庆)市?)/

function provinceOf(text: string): Place | null {
  const name = provinces.exec(text)?.[0]
  if (name === undefined) return null
  const rest = text.slice(name.length)
  if (!municipalities.has(name.slice(0, 2)))
    // 吉林市 is a city of the province of that name.
    return rest.startsWith('市') ? null : { name, rest: rest.replace(separators, '') }
  // Forms of shops ask twice: 上海 上海市 浦东新区.
  const again = new RegExp(`^[\\s,/-]*${name.slice(0, 2)}市`).exec(rest)?.[0] ?? ''
  const city = again === '' ? name : `${name.slice(0, 2)}市`
  return {
    name: city,
    rest: rest
      .slice(again.length)
      .replace(/^[\s,/-]*市辖区/, '')
      .replace(separators, ''),
  }
}

function cityOf(text: string): Place | null {
  return firstPlace(text, /自治州|地区|盟|市/g, (name, kind) => {
    if (/[省县区旗]/.test(name)) return false
    return kind === '自治州' ? name.length <= 12 : name.length >= 2 && name.length <= (kind === '市' ? 6 : 5)
  })
}

function countyOf(text: string, province: string | null): Place | null {
  const mayBeBanner = province === null || province.startsWith('内蒙古')
  return firstPlace(text, /自治县|自治旗|县|旗|区|市/g, (name, kind) => {
    if (kind.startsWith('自治')) return name.length <= 14
    if (kind === '旗') return mayBeBanner && name.length >= 2 && name.length <= 10 && !name.endsWith('红')
    if (kind === '县') return name.length <= 5
    if (kind === '市') return name.length >= 2 && name.length <= 6 && !/[超夜菜门集]$/.test(name)
    return name.length === 1 ? '城矿郊东西新'.includes(name) : name.length <= 6 && !notADistrict.test(name)
  })
}

const notADistrict = /(?:[小社街厂校景片院军商]|(?<!工业)园|住宅|宿舍|生活|别墅|家属|办公|试验)$/

/** The shortest beginning of the text that is a place of this kind. */
function firstPlace(text: string, kinds: RegExp, fits: (name: string, kind: string) => boolean): Place | null {
  for (const match of text.matchAll(kinds)) {
    const name = text.slice(0, match.index)
    if (!/^\p{Script=Han}*$/u.test(name)) return null
    if (name !== '' && !isOfAStreet(name) && fits(name, match[0])) {
      const end = match.index + match[0].length
      return { name: text.slice(0, end), rest: text.slice(end).replace(separators, '') }
    }
  }
  return null
}

/**
 * Whether a name reaches into the street: 小榄镇工业(区), 中山路幸福(小区). Places may begin with such a word (道里区,
 * 路桥区, 镇海区) or, when short, end in one (桐乡市, 景德镇市, 鼓楼区).
 */
function isOfAStreet(name: string): boolean {
  const inner = name.length <= 3 ? name.slice(1, -1) : name.slice(1)
  return /[镇乡街路道村巷弄号园栋幢楼室厦店厂院校]|公司|广场|大学/.test(inner)
}
