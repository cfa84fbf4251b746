import { setTimeout as wait } from 'node:timers/promises'
import { isLostConnection } from './connect.ts'

export type LaneOptions<Item, Result> = {
  /** Writes the items in one transaction and answers for each, in order. `again` where an earlier try may have worked. */
  write(items: Item[], again: boolean): Promise<Result[]>
  maxBatch: number
  /** How much an item adds to a statement, where items differ much; a batch ends where it would weigh more than this. */
  weigh?: (item: Item) => number
  maxWeight?: number
  /** How many statements may be under way at once. */
  width: number
  /** How long to go on trying while Postgres is away. */
  giveUpMs: number
}

export type Lane<Item, Result> = {
  submit(item: Item): Promise<Result>
  /** Whether a write is being repeated whose earlier try may have worked. */
  isRepeating(): boolean
}

type Waiting<Item, Result> = { item: Item; resolve(result: Result): void; reject(error: unknown): void }

const longestPauseMs = 1_000

/**
 * Writes at once when idle; while a statement is under way it collects, and the next statement takes all that came.
 * An item that Postgres refuses fails alone: the others of its batch are written without it.
 */
export function createLane<Item, Result>(options: LaneOptions<Item, Result>): Lane<Item, Result> {
  let waiting: Waiting<Item, Result>[] = []
  let underWay = 0
  let repeating = 0

  async function writeWithPatience(items: Item[]): Promise<Result[]> {
    const giveUpAt = performance.now() + options.giveUpMs
    for (let tries = 0; ; tries += 1) {
      try {
        const results = await options.write(items, tries > 0)
        if (tries > 0) repeating -= 1
        return results
      } catch (error) {
        if (!isLostConnection(error) || performance.now() > giveUpAt) {
          if (tries > 0) repeating -= 1
          throw error
        }
        if (tries === 0) repeating += 1
        await wait(Math.min(longestPauseMs, 25 * 2 ** Math.min(tries, 6)))
      }
    }
  }

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await writeWithPatience(batch.map(entry => entry.item))
      batch.forEach((entry, index) => {
        entry.resolve(results[index] as Result)
      })
    } catch (error) {
      const [first, ...others] = batch
      if (first && others.length === 0) first.reject(error)
      else if (isLostConnection(error)) for (const entry of batch) entry.reject(error)
      else for (const entry of batch) await settle([entry])
    }
  }

  /** At least one item, however much it weighs. */
  function batchSize(): number {
    const { maxBatch, weigh, maxWeight = Number.POSITIVE_INFINITY } = options
    if (!weigh) return maxBatch
    let size = 0
    let weight = 0
    for (const { item } of waiting) {
      weight += weigh(item)
      if (size === maxBatch || (size > 0 && weight > maxWeight)) break
      size += 1
    }
    return size
  }

  function pump(): void {
    while (waiting.length > 0 && underWay < options.width) {
      const batch = waiting.slice(0, batchSize())
      waiting = waiting.slice(batch.length)
      underWay += 1
      void settle(batch).finally(() => {
        underWay -= 1
        pump()
      })
    }
  }

  return {
    submit: item =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        // Requests that arrived in the same turn of the event loop share the first statement.
        if (waiting.length === 1) setImmediate(pump)
      }),
    isRepeating: () => repeating > 0,
  }
}
