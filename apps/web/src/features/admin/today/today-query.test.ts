import { periodKinds } from '@makegood/core/today/periods'
import { expect, test } from 'vitest'
import { readTodayQuery, todayAddress } from './today-query.ts'

test('an address that asks for something unknown, or twice, counts by day', () => {
  for (const by of ['year', '', ['hour', 'week']]) expect(readTodayQuery({ by })).toEqual({ by: 'day' })
})

test.each(periodKinds)('the address of %s asks for it', by => {
  const search = Object.fromEntries(new URL(todayAddress(by), 'http://shop.test').searchParams)
  expect(readTodayQuery(search)).toEqual({ by })
})
