const toned: readonly (readonly [letter: string, marked: string])[] = [
  ['a', 'āáǎà'],
  ['e', 'ēéěèê'],
  ['i', 'īíǐì'],
  ['o', 'ōóǒò'],
  ['u', 'ūúǔù'],
  ['v', 'ǖǘǚǜü'],
]

/**
 * SQL for the reading in small letters without its tone marks, which would sort behind z; the name where there is none.
 *
 * An index is made of it, so it is part of the schema and not to be changed. (A generated column would be the same, but
 * SQLite does not count an index on one as covering.)
 */
export const plainReading = toned
  .flatMap(([letter, marked]) => [...marked].map((mark) => ({ letter, mark })))
  .reduce(
    (inner, { letter, mark }) => `replace(${inner}, '${mark}', '${letter}')`,
    "lower(iif(reading = '', name, reading))",
  )
