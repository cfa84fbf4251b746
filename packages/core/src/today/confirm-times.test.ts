import { expect, test } from 'vitest'
import { addConfirmTimes, confirmTimeStep, confirmTimeSteps, confirmTimeWithin } from './confirm-times.ts'

const timesOf = (all: readonly number[]) => addConfirmTimes(all.map(ms => ({ [String(confirmTimeStep(ms))]: 1 })))

test('where nothing was confirmed there is no time', () => {
  expect(confirmTimeWithin({}, 0.5)).toBeNull()
  expect(confirmTimeWithin(addConfirmTimes([{}, {}]), 0.95)).toBeNull()
})

test('a percentile of any times is right within one step', () => {
  const all = Array.from({ length: 1000 }, (_, n) => 80 + n * 7)
  const times = timesOf(all)
  for (const part of [0.5, 0.95]) {
    const exact = all[Math.ceil(part * all.length) - 1] ?? 0
    const told = confirmTimeWithin(times, part) ?? 0
    expect(told).toBeGreaterThan(exact / confirmTimeSteps.factor)
    expect(told).toBeLessThan(exact * confirmTimeSteps.factor)
  }
})

test('hours add up: the percentile of a sum is that of all times together', () => {
  const some = [60, 90, 4000]
  const others = [100, 200, 90_000]
  const sum = addConfirmTimes([timesOf(some), timesOf(others)])
  expect(sum).toEqual(timesOf([...some, ...others]))
})

test('times below the first step and above the last are counted in those', () => {
  expect(confirmTimeStep(0)).toBe(0)
  expect(confirmTimeStep(10 ** 12)).toBe(confirmTimeSteps.count)
  expect(confirmTimeWithin({ 0: 4 }, 0.5)).toBe(25)
})
