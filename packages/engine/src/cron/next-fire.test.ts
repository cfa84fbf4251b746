import { expect, test } from 'vitest'
import { nextFire } from './next-fire.ts'

const now = Date.UTC(2026, 10, 21, 7, 0, 30)

test('without a time zone a schedule is in UTC', () => {
  expect(nextFire('0 12 * * *', now)).toBe(Date.UTC(2026, 10, 21, 12))
})

test('TZ= puts it in a time zone', () => {
  expect(nextFire('TZ=Asia/Seoul 0 18 * * *', now)).toBe(Date.UTC(2026, 10, 21, 9))
})

test('a schedule that never comes has no next time', () => {
  expect(nextFire('0 0 30 2 *', now)).toBeUndefined()
})
