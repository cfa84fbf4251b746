import { expect, test } from 'vitest'
import { createLane } from './batch-lane.ts'

const options = { maxBatch: 100, width: 1, giveUpMs: 1_000 }

test('what comes while a statement is under way shares the next one', async () => {
  const batches: number[][] = []
  let finish: () => void = () => undefined
  const lane = createLane<number, number>({
    ...options,
    write: async items => {
      batches.push(items)
      if (batches.length === 1) await new Promise<void>(resolve => (finish = resolve))
      return items.map(item => item * 10)
    },
  })
  const first = lane.submit(1)
  await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  const others = [lane.submit(2), lane.submit(3)]
  finish()
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30])
  expect(batches).toEqual([[1], [2, 3]])
})

test('an item that Postgres refuses fails alone', async () => {
  const lane = createLane<number, number>({
    ...options,
    write: async items => {
      if (items.includes(13)) throw new Error('refused')
      return items
    },
  })
  const outcomes = await Promise.allSettled([lane.submit(1), lane.submit(13), lane.submit(2)])
  expect(outcomes.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a lost connection is waited out, and the statement is told that it may have worked before', async () => {
  const tries: boolean[] = []
  const lane = createLane<number, number>({
    ...options,
    write: async (items, again) => {
      tries.push(again)
      if (tries.length < 3) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
      return items
    },
  })
  expect(await lane.submit(7)).toBe(7)
  expect(tries).toEqual([false, true, true])
})

test('after the time to give up, everything in the batch fails with the lost connection', async () => {
  const lane = createLane<number, number>({
    ...options,
    giveUpMs: 0,
    write: () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })),
  })
  const outcomes = await Promise.allSettled([lane.submit(1), lane.submit(2)])
  expect(outcomes.map(outcome => outcome.status)).toEqual(['rejected', 'rejected'])
})

test('a batch ends where it would weigh too much, and one item always goes', async () => {
  const batches: number[][] = []
  const lane = createLane<number, number>({
    ...options,
    weigh: item => item,
    maxWeight: 10,
    write: async items => {
      batches.push(items)
      return items
    },
  })
  await Promise.all([4, 5, 6, 99, 1].map(item => lane.submit(item)))
  expect(batches).toEqual([[4, 5], [6], [99], [1]])
})
