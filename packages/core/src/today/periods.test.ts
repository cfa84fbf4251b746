import { expect, test } from 'vitest'
import { shopDayOf } from '../shop-time.ts'
import { momentsOf, periodKinds, periodUntil } from './periods.ts'

// A Thursday, 05:22 in the shop.
const now = new Date('2026-11-25T20:22:10Z')

test.each(periodKinds)('the spans of both periods by %s touch, and the last one ends now', kind => {
  const { spans, before } = periodUntil(kind, now)
  expect(before).toHaveLength(spans.length)
  for (const [place, span] of spans.slice(1).entries()) expect(span.from).toEqual(spans[place]?.to)
  for (const [place, span] of before.slice(1).entries()) expect(span.from).toEqual(before[place]?.to)
  expect(spans.at(-1)?.to).toEqual(now)
  for (const { from, to } of [...spans, ...before]) expect(from.getTime()).toBeLessThanOrEqual(to.getTime())
})

test('days are the shop’s and begin at its midnight', () => {
  const { spans } = periodUntil('day', now)
  expect(spans.at(-1)?.from.toISOString()).toBe('2026-11-25T15:00:00.000Z')
  expect(shopDayOf(spans[0]?.from ?? now)).toBe('2026-11-13')
})

test('a week begins on Monday', () => {
  const { spans } = periodUntil('week', now)
  expect(shopDayOf(spans.at(-1)?.from ?? now)).toBe('2026-11-23')
  expect(shopDayOf(spans[0]?.from ?? now)).toBe('2026-09-07')
})

test('the last span before is no longer than what this one has had, by the hour', () => {
  const { before } = periodUntil('day', now)
  const last = before.at(-1)
  expect(last?.to.toISOString()).toBe('2026-11-11T20:00:00.000Z')
})

test.each(periodKinds)('each span by %s is whole between two of the moments, which come in order and once', kind => {
  const period = periodUntil(kind, now)
  const moments = momentsOf(period).map(at => at.getTime())
  expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b))
  for (const { from, to } of [...period.spans, ...period.before]) {
    expect(moments).toContain(from.getTime())
    if (to < now) expect(moments).toContain(to.getTime())
  }
})
