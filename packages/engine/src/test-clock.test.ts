import { expect, test } from 'vitest'
import { createTestClock } from './test-clock.ts'

test('moving the clock calls back whom it passes, in order of time, at their times', () => {
  const clock = createTestClock(1_000)
  const calls: [string, number][] = []
  const note = (name: string) => () => void calls.push([name, clock.now()])
  clock.wakeAt(1_300, note('late'))
  clock.wakeAt(1_100, () => {
    note('early')()
    clock.wakeAt(1_200, note('between'))
  })
  clock.wakeAt(1_150, note('taken back'))()
  clock.wakeAt(5_000, note('not yet'))
  clock.moveBy(500)
  expect(calls).toEqual([
    ['early', 1_100],
    ['between', 1_200],
    ['late', 1_300],
  ])
  expect(clock.now()).toBe(1_500)
})

test('a time that has come already is called back without a move', async () => {
  const clock = createTestClock(1_000)
  await new Promise<void>(resolve => {
    clock.wakeAt(900, resolve)
  })
  expect(clock.now()).toBe(1_000)
})
