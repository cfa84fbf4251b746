import { type IdKind, leastIdAt } from '@makegood/core/ids'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The same choices at every seed, from one number. */
export type Chance = {
  /** From 0 up to, and without, this. */
  readonly below: (limit: number) => number
  readonly of: <Item>(items: readonly Item[]) => Item
  /** An id as the shop makes them: ids of one kind sort by their time. */
  readonly id: (kind: IdKind, at: Date) => string
  /** An id as the gateway and the carrier make them. */
  readonly outsideId: (prefix: string, at: Date) => string
}

export const createChance = (seed: number): Chance => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const digits = (from: string, count: number): string =>
    Array.from({ length: count }, () => from.charAt(below(from.length))).join('')
  return {
    below,
    of: items => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('there is nothing to choose from')
      return item
    },
    id: (kind, at) => leastIdAt(kind, at).slice(0, -16) + digits(alphabet, 16),
    outsideId: (prefix, at) => `${prefix}_3${timePart(at.getTime())}${digits(base62, 15)}`,
  }
}

const timePart = (now: number): string => {
  let [rest, text] = [now, '']
  for (let place = 0; place < 8; place += 1) {
    text = base62.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}
