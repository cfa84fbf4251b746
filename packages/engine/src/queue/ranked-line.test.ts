import { expect, test } from 'vitest'
import { callItem } from '../runs/run-state.ts'
import { createRankedLine } from './ranked-line.ts'

const item = (id: number, dueMs: number, priority = 0) => callItem({ id: String(id), functionId: 'f', priority }, dueMs)

const drain = (line: ReturnType<typeof createRankedLine>) => {
  const ids: string[] = []
  for (let next = line.shift(); next; next = line.shift()) ids.push(next.runId)
  return ids
}

test('a priority in seconds puts an item before those that came up to so much earlier', () => {
  const line = createRankedLine()
  line.add(item(1, 10_000))
  line.add(item(2, 15_000, 4))
  line.add(item(3, 15_000, 6))
  line.add(item(4, 9_000, -2))
  expect(drain(line)).toEqual(['3', '1', '2', '4'])
})

test('items of one rank keep the order in which they came, thousands of them', () => {
  const line = createRankedLine()
  const ids = Array.from({ length: 5_000 }, (_, id) => id)
  for (const id of ids) line.add(item(id, 0))
  expect(drain(line)).toEqual(ids.map(String))
})

test('items added and taken in turn come out by rank', () => {
  const line = createRankedLine()
  const ranks = Array.from({ length: 2_000 }, (_, n) => (n * 7_919) % 2_003)
  const taken: number[] = []
  for (const rank of ranks) line.add(item(rank, rank))
  for (let n = 0; n < 1_000; n += 1) taken.push(line.shift()?.dueMs ?? -1)
  for (const rank of ranks) line.add(item(rank, rank + 5_000))
  for (let next = line.shift(); next; next = line.shift()) taken.push(next.dueMs)
  expect(taken).toEqual([...taken].sort((one, other) => one - other))
  expect(taken).toHaveLength(4_000)
})
