import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameUnits, readingOf } from '#core/search/reading.ts'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'

it.each([
  ['单志远', 'shàn zhì yuǎn'],
  ['仇海燕', 'qiú hǎi yàn'],
  ['解晓东', 'xiè xiǎo dōng'],
  ['查继红', 'zhā jì hóng'],
  ['曾国富', 'zēng guó fù'],
  ['区少强', 'ōu shǎo qiáng'],
  ['尉迟敏', 'yù chí mǐn'],
  ['欧阳慧', 'ōu yáng huì'],
  ['吕布', 'lǚ bù'],
])('reads the surname of %s as %s', (name, reading) => {
  expect(readingOf(name, 'person')).toBe(reading)
})

it.each([
  ['中国银行', 'zhōng guó yín háng'],
  ['华联超市', 'huá lián chāo shì'],
  ['解放路小学', 'jiě fàng lù xiǎo xué'],
  ['重庆老火锅', 'chóng qìng lǎo huǒ guō'],
  ['曾记豆花', 'zēng jì dòu huā'],
  ['IBM中国有限公司', 'IBM zhōng guó yǒu xiàn gōng sī'],
])('does not take the beginning of the company %s for a surname without reason', (name, reading) => {
  expect(readingOf(name, 'company')).toBe(reading)
})

it.each(['张伟', 'IBM中国', '老张（碗碗香）', 'John Smith', '𬴊𫍽', '李·阿姆 2 号店', ''])(
  'gives %s one syllable for each of its parts',
  (name) => {
    const syllables = readingOf(name, 'company').split(' ').filter(Boolean)
    expect(nameUnits(name)).toHaveLength(syllables.length)
    for (const { text, start, end } of nameUnits(name)) expect(name.slice(start, end)).toBe(text)
  },
)

describe.skipIf(!hasSharedData)('every surname of the lists laid beside the project', () => {
  const surnames = hasSharedData
    ? readFileSync(sharedData('pinyin/pinyin-pro_surnames.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
    : []

  it.each(surnames)('%s is read %s', (surname = '', reading = '') => {
    expect(readingOf(`${surname}明`, 'person')).toBe(`${reading} míng`)
  })

  it('reads characters beyond the usual ones, or leaves them as they are', () => {
    const rare = readFileSync(sharedData('pinyin/rare_chars_8105.csv'), 'utf8').trim().split('\n').slice(1)
    expect(rare.length).toBeGreaterThan(100)
    for (const line of rare) {
      const [character = ''] = line.split(',')
      expect(readingOf(`张${character}`, 'person').split(' ')).toHaveLength(2)
    }
  })
})
