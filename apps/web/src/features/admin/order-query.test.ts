import { expect, test } from 'vitest'
import { orderListAddress, readOrderQuery } from './order-query'

test('an address and the state of the order list say the same', () => {
  const query = { status: 'CONFIRMED', cursor: 'abc:1' } as const
  expect(orderListAddress(query)).toBe('/admin/orders?status=CONFIRMED&cursor=abc%3A1')
  expect(readOrderQuery(query)).toEqual(query)
})

test('an unknown status and an endless cursor are left out', () => {
  expect(readOrderQuery({ status: 'LOST', cursor: 'x'.repeat(101) })).toEqual({})
})
