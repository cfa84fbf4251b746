import { expect, test } from 'vitest'
import { admit, takeSlot } from './rate.ts'

const startsOf = (count: number, pace: Parameters<typeof takeSlot>[2]) => {
  let spentMs: number | undefined
  return Array.from({ length: count }, () => {
    const slot = takeSlot(spentMs, 1_000, pace)
    spentMs = slot.spentMs
    return slot.startMs - 1_000
  })
}

test('throttled runs start one by one, evenly over the period', () => {
  expect(startsOf(4, { limit: 2, periodMs: 1_000, burst: 0 })).toEqual([0, 500, 1_000, 1_500])
})

test('a burst lets so many more start at once, and the others keep to the pace', () => {
  expect(startsOf(5, { limit: 1, periodMs: 1_000, burst: 2 })).toEqual([0, 0, 0, 1_000, 2_000])
})

test('an allowance that was not used does not add up', () => {
  const pace = { limit: 1, periodMs: 1_000, burst: 0 }
  expect(takeSlot(5_000, 60_000, pace)).toEqual({ startMs: 60_000, spentMs: 61_000 })
})

test('a period that does not divide evenly still lets exactly the limit through in each period', () => {
  const pace = { limit: 3, periodMs: 1_000, burst: 0 }
  let spentMs: number | undefined
  let admitted = 0
  for (let now = 0; now < 10_000; now += 1) {
    const next = admit(spentMs, now, pace)
    if (next === undefined) continue
    admitted += 1
    spentMs = next
  }
  expect(admitted).toBeLessThanOrEqual(30)
  expect(admitted).toBeGreaterThanOrEqual(29)
})

test('a limit refuses without spending, and lets through again once the time has come', () => {
  const pace = { limit: 1, periodMs: 1_000, burst: 0 }
  const first = admit(undefined, 0, pace)
  expect(first).toBe(1_000)
  expect(admit(first, 999, pace)).toBeUndefined()
  expect(admit(first, 1_000, pace)).toBe(2_000)
})
