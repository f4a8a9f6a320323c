import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameUnits, otherReadingOf, readingOf } from '#core/search/reading.ts'
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
  ['朴树', 'piáo shù'],
  ['盖明', 'gě míng'],
  ['任华', 'rén huá'],
  ['华罗庚', 'huà luó gēng'],
  ['乐毅', 'yuè yì'],
  ['召明', 'shào míng'],
  ['折可适', 'shé kě shì'],
  ['种师道', 'chóng shī dào'],
  ['单于明', 'chán yú míng'],
  ['万俟卨', 'mò qí xiè'],
  ['令狐冲', 'líng hú chōng'],
  ['單志遠', 'shàn zhì yuǎn'],
  ['尉遲敏', 'yù chí mǐn'],
  ['于都', 'yú dū'],
  ['马得志', 'mǎ dé zhì'],
  ['李了凡', 'lǐ liǎo fán'],
  ['查干·巴特尔', 'chá gān bā tè ěr'],
  ['买买提·吐尔逊', 'mǎi mǎi tí tǔ ěr xùn'],
  ['John Smith', 'John Smith'],
  ['王Tom', 'wáng Tom'],
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

it.each([
  ['单志远', 'dān zhì yuǎn'],
  ['尉迟敏', 'wèi chí mǐn'],
  ['單志遠', 'dān zhì yuǎn'],
  ['张伟', ''],
  ['欧阳慧', ''],
  ['John Smith', ''],
  ['', ''],
])('knows how the surname of %s is read in other words: %s', (name, reading) => {
  expect(otherReadingOf(name, readingOf(name, 'person'))).toBe(reading)
})

it('offers no other reading once somebody has corrected it', () => {
  expect(otherReadingOf('单立人', 'dān lì rén')).toBe('')
  expect(otherReadingOf('单立人', 'chán lì rén')).toBe('')
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

  it('reads every character beyond the usual ones, nearly all as the list does', () => {
    const rare = readFileSync(sharedData('pinyin/rare_chars_8105.csv'), 'utf8').trim().split('\n').slice(1)
    expect(rare.length).toBeGreaterThan(100)
    const readings = rare.map((line) => {
      const [character = '', , listed = ''] = line.split(',')
      return { character, listed, read: readingOf(`张${character}`, 'person').split(' ')[1] ?? '' }
    })
    expect(readings.filter(({ character, read }) => read === character || read === '')).toEqual([])
    expect(readings.filter(({ listed, read }) => listed.trim() !== read).length).toBeLessThan(rare.length / 20)
  })
})
