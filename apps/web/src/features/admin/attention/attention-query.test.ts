import { expect, test } from 'vitest'
import { attentionAddress, readAttentionQuery } from './attention-query.ts'

test('an address gives the list that it was copied from, and what cannot be understood is left out', () => {
  const query = { state: 'resolved', kind: 'refund-failed', step: 'refund-card', age: 'day', search: '#1042' } as const
  const { searchParams } = new URL(attentionAddress(query), 'http://shop.test')
  expect(readAttentionQuery(Object.fromEntries(searchParams))).toEqual(query)
  expect(attentionAddress({})).toBe('/admin/attention')
  expect(readAttentionQuery({ kind: 'nonsense', age: 'ever', state: 'open', search: ' ', step: ['a', 'b'] })).toEqual(
    {},
  )
})
