/** Surnames whose reading the dictionary of readings lacks, by the modern standard dictionary (现代汉语词典). */
export const moreSurnames: ReadonlyMap<string, readonly string[]> = new Map([
  ['单于', ['chán', 'yú']],
  ['种', ['chóng']],
  ['秘', ['bì']],
  ['佴', ['nài']],
  ['贠', ['yùn']],
  ['么', ['yāo']],
  ['难', ['nàn']],
])

/** Compound surnames that are read otherwise than the same characters in other words. */
export const ambiguousCompounds: ReadonlySet<string> = new Set(['单于', '万俟', '尉迟', '澹台'])

/** Words of grammar are read otherwise where they stand in a name: 于都 is Yú Dū, 马得志 Mǎ Dézhì. */
export const inNames: ReadonlyMap<string, string> = new Map([
  ['都', 'dū'],
  ['的', 'dí'],
  ['地', 'dì'],
  ['得', 'dé'],
  ['了', 'liǎo'],
  ['着', 'zhuó'],
  ['么', 'yāo'],
])
