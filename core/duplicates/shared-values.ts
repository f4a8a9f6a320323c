/**
 * Who has which value. Of the many values that only one customer has nothing but that one is kept, so that 400,000
 * phones fit in little memory.
 */
interface SharedValues<Id> {
  add(value: string, id: Id): void
  /** The values of two and more, but not of so many that it says nothing: a switchboard, a name like 张伟. */
  shared(): Iterable<readonly [value: string, ids: readonly Id[]]>
}

const mostSharing = 20

export function sharedValues<Id extends number>(): SharedValues<Id> {
  const holders = new Map<string, Id | Id[]>()
  return {
    add(value, id) {
      if (value === '') return
      const known = holders.get(value)
      if (known === undefined) holders.set(value, id)
      else if (Array.isArray(known)) {
        if (!known.includes(id) && known.length <= mostSharing) known.push(id)
      } else if (known !== id) holders.set(value, [known, id])
    },
    *shared() {
      for (const [value, ids] of holders) if (Array.isArray(ids) && ids.length <= mostSharing) yield [value, ids]
    },
  }
}
