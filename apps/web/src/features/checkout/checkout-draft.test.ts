import { expect, test } from 'vitest'
import { forgetOrderId, keepValues, keptOrderId, orderIdFor, readValues } from './checkout-draft'

const createStore = () => {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

test('one cart has one order id, however often it is asked for', () => {
  const store = createStore()
  const first = orderIdFor('cup:2', store)
  expect(orderIdFor('cup:2', store)).toBe(first)
  expect(keptOrderId(store)).toBe(first)
})

test('another cart has another order id, and so has the same cart once the id was given up', () => {
  const store = createStore()
  const first = orderIdFor('cup:2', store)
  const second = orderIdFor('cup:3', store)
  expect(second).not.toBe(first)
  forgetOrderId(store)
  expect(orderIdFor('cup:3', store)).not.toBe(second)
})

test('what was typed comes back as it was', () => {
  const store = createStore()
  keepValues({ recipient: '남궁 민수', address2: '' }, store)
  expect(readValues(store)).toEqual({ recipient: '남궁 민수', address2: '' })
})

test('a damaged draft is an empty one, not an error', () => {
  const store = createStore()
  store.setItem('makegood.checkout', '{"email":')
  store.setItem('makegood.order-id', '42')
  expect(readValues(store)).toEqual({})
  expect(keptOrderId(store)).toBeNull()
})
