import { expect, test } from 'vitest'
import { findOverflow, runLimits } from './run-limits.ts'

const many = (count: number, memo = '{"data":1}') =>
  new Map(Array.from({ length: count }, (_, place): [string, string] => [`step ${place}`, memo]))

test('a run may keep so many steps, finished and planned together, and so much of what they gave', () => {
  const pending = new Set(['planned'])
  expect(findOverflow({ steps: many(runLimits.steps - 1), pending })).toBeUndefined()
  expect(findOverflow({ steps: many(runLimits.steps), pending })).toMatchObject({
    name: 'RunTooLarge',
    message: 'The run has 10001 steps: at most 10000 are kept',
  })
  const half = 'x'.repeat(runLimits.characters / 2)
  expect(findOverflow({ steps: many(2, half), pending })).toBeUndefined()
  expect(findOverflow({ steps: many(3, half), pending })?.message).toBe(
    'The run’s steps have given 48.0 MiB: at most 32.0 MiB are kept',
  )
})
