import { expect, test } from 'vitest'
import { callItem } from '../runs/run-state.ts'
import { createReadyQueue } from './ready-queue.ts'

const item = (functionId: string, id: number) => callItem({ id: String(id), functionId, priority: 0 }, 0)
const never = () => false

test('functions take turns, and one function’s items keep their order', () => {
  const queue = createReadyQueue()
  for (let id = 0; id < 1_000; id += 1) queue.offer(item('busy', id))
  queue.offer(item('quiet', 5_000))
  const taken = [queue.take(never), queue.take(never), queue.take(never)]
  expect(taken.map(next => next?.runId)).toEqual(['0', '5000', '1'])
  expect(queue.size()).toBe(998)
})

test('a function that must wait is left out without holding up the others, and loses nothing', () => {
  const queue = createReadyQueue()
  queue.offer(item('away', 1))
  queue.offer(item('here', 2))
  const away = (functionId: string) => functionId === 'away'
  expect(queue.take(away)?.runId).toBe('2')
  expect(queue.take(away)).toBeUndefined()
  expect(queue.take(never)?.runId).toBe('1')
  expect(queue.size()).toBe(0)
})

test('thousands of items in one line come out in order', () => {
  const queue = createReadyQueue()
  for (let id = 0; id < 5_000; id += 1) queue.offer(item('one', id))
  for (let id = 0; id < 5_000; id += 1) expect(queue.take(never)?.runId).toBe(String(id))
  expect(queue.take(never)).toBeUndefined()
})
