import { expect, test } from 'vitest'
import { paymentIdFor } from './payment-attempt'

const createStore = () => {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
}

test('one attempt has one payment id, also after a reload', () => {
  const store = createStore()
  const first = paymentIdFor({ id: 'ord_1', version: 2 }, store)
  expect(paymentIdFor({ id: 'ord_1', version: 2 }, store)).toBe(first)
})

test('after a failed attempt the next one has its own id, and so has another order', () => {
  const store = createStore()
  const first = paymentIdFor({ id: 'ord_1', version: 2 }, store)
  expect(paymentIdFor({ id: 'ord_1', version: 4 }, store)).not.toBe(first)
  expect(paymentIdFor({ id: 'ord_2', version: 2 }, store)).not.toBe(first)
})
