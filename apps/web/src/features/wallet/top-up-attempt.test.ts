import { expect, test } from 'vitest'
import { forgetTopUpId, keepTopUp, keptTopUp } from './top-up-attempt'

const createStore = () => {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

test('a repeated press sends the same request; another amount, or a top-up that has ended, begins anew', () => {
  const store = createStore()
  expect(keptTopUp('10000', store)).toBeNull()
  const first = keepTopUp({ amountMinor: '10000', paymentMethod: 'pm_1' }, store)
  expect(keptTopUp('10000', store)).toEqual(first)
  expect(keptTopUp('20000', store)).toBeNull()
  forgetTopUpId(store)
  expect(keptTopUp('10000', store)).toBeNull()
})

test('what was damaged is as if it was not kept', () => {
  const store = createStore()
  store.setItem('makegood.top-up', '{"topUpId":1}')
  expect(keptTopUp('10000', store)).toBeNull()
})
