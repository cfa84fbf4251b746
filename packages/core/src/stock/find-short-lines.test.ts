import { expect, test } from 'vitest'
import { findShortLines } from './find-short-lines.ts'

test('all short lines are named at once, with what was wanted and what is there', () => {
  const wanted = [
    { variantId: 'a', quantity: 2 },
    { variantId: 'b', quantity: 1 },
    { variantId: 'c', quantity: 3 },
  ]
  const onHand = [
    { variantId: 'a', available: 2 },
    { variantId: 'b', available: 0 },
  ]
  expect(findShortLines(wanted, onHand)).toEqual([
    { variantId: 'b', wanted: 1, available: 0 },
    { variantId: 'c', wanted: 3, available: 0 },
  ])
})
