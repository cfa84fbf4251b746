import { expect, test } from 'vitest'
import { keepMix, readMix } from './kept-mix'

const createStore = () => {
  const values = new Map<string, string>()
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
}

test('what was asked of the wallet comes back for its own order, and for no other', () => {
  const store = createStore()
  keepMix('ord_1', 12_000n, store)
  expect(readMix('ord_1', store)).toBe('12000')
  expect(readMix('ord_2', store)).toBe('')
})

test('what is damaged is nothing', () => {
  const store = createStore()
  store.setItem('makegood.wallet.ord_1', '"-5"')
  expect(readMix('ord_1', store)).toBe('')
  store.setItem('makegood.wallet.ord_1', '{')
  expect(readMix('ord_1', store)).toBe('')
})
