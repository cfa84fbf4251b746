import { expect, test } from 'vitest'
import { durationOf } from './duration-of'

test('a time is said in the largest unit that says it exactly, and never rounded', () => {
  expect(durationOf(7 * 86_400)).toEqual({ unit: 'days', count: 7 })
  expect(durationOf(36 * 3600)).toEqual({ unit: 'hours', count: 36 })
  expect(durationOf(60)).toEqual({ unit: 'minutes', count: 1 })
  expect(durationOf(90)).toEqual({ unit: 'seconds', count: 90 })
  expect(durationOf(0)).toEqual({ unit: 'seconds', count: 0 })
})
