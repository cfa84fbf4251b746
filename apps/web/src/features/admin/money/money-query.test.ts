import { expect, test } from 'vitest'
import { moneyAddress, readMoneyQuery } from './money-query.ts'

test('an address gives the list that it was copied from, and what cannot be understood is left out', () => {
  const query = { state: 'ACCEPTED', area: 'gateway' } as const
  const { searchParams } = new URL(moneyAddress(query), 'http://shop.test')
  expect(readMoneyQuery(Object.fromEntries(searchParams))).toEqual(query)
  expect(readMoneyQuery({ state: 'OPEN', area: 'moon', cursor: 'x'.repeat(200) })).toEqual({})
  expect(moneyAddress({})).toBe('/admin/money')
})
