import { expect, test } from 'vitest'
import { type ChosenOrder, moneyBackOf } from './bulk-acts.ts'

const order = (payment: ChosenOrder['payment'], amountMinor: string): ChosenOrder => ({
  ...{ id: `ord_${amountMinor}`, number: amountMinor, version: 1, status: 'PAID', needsAttention: false, payment },
  total: { amountMinor, currency: 'KRW' },
})

test('of orders that are cancelled together all that was paid goes back, and of one that is not paid nothing', () => {
  const orders = [order('paid', '28000'), order('none', '5000'), order('open', '7000'), order('paid', '92000')]
  expect(moneyBackOf(orders)).toBe(120_000n)
  expect(moneyBackOf([])).toBe(0n)
})
