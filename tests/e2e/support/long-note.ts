const sentences = [
  '三家门店统一换节能灶，分两批施工。',
  '要夜里进场，不影响午市和晚市。',
  '发票随货，抬头写总公司；',
  'The manager prefers e-mail before ten o’clock. ',
  '偏好国产品牌，配件要好买，',
  '停车在地下二层，货梯 B，提前一天约。',
]

/** A note of exactly so many characters, numbered so that a missing or doubled stretch shows. */
export function longNote(length: number): string {
  let note = ''
  for (let index = 1; note.length < length; index++) note += `〔${index}〕${sentences[index % sentences.length]}`
  return [...note]
    .reduce((text, letter) => (text.length + letter.length <= length ? text + letter : text), '')
    .padEnd(length, '。')
}
