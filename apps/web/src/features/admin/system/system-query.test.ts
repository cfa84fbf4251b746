import { sagaStates } from '@makegood/core/system/views'
import { expect, test } from 'vitest'
import { readSystemQuery, systemAddress } from './system-query.ts'

test('an address that asks for what is not known shows everything that has not ended', () => {
  expect(readSystemQuery({ saga: 'ended', name: 'nothing', age: '7', cursor: ['a', 'b'] })).toEqual({
    state: 'unfinished',
  })
})

test.each(sagaStates)('the address of %s asks for it, with name and age', state => {
  const query = { state, name: 'pay-order', olderThanSeconds: 3600, cursor: '2026-11-26T00:00:00.000Z_x' }
  const { searchParams, hash } = new URL(systemAddress(query), 'http://shop.test')
  expect(readSystemQuery(Object.fromEntries(searchParams))).toEqual(query)
  expect(hash).toBe('#sagas')
})
