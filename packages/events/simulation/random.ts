import { createHash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Random = {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True so many times in a hundred. */
  chance(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
}

/**
 * The decisions of one actor of one seed, always the same. Each actor has numbers of its own, so that what one does, or when,
 * never changes what another decides.
 */
export const createRandom = (seed: number, actor: string): Random => {
  const generator = xoroshiro128plus(createHash('sha256').update(`${seed} ${actor}`).digest().readInt32BE())
  const between = (least: number, most: number) => uniformInt(generator, least, most)
  return {
    between,
    chance: percent => between(1, 100) <= percent,
    pick: items => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    weighted: weights => {
      const entries = Object.entries<number>(weights)
      let left = between(
        1,
        entries.reduce((sum, [, weight]) => sum + weight, 0),
      )
      for (const [name, weight] of entries) {
        left -= weight
        if (left <= 0) return name as keyof typeof weights
      }
      throw new Error('the weights are nothing together')
    },
  }
}
