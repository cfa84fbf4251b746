import { expect, test } from 'vitest'
import { decimalText, money } from './money.ts'

test('an amount is a plain number with the digits of its currency', () => {
  expect(decimalText(money(148_000n, 'KRW'))).toBe('148000')
  expect(decimalText(money(1_250n, 'USD'))).toBe('12.50')
  expect(decimalText(money(5n, 'EUR'))).toBe('0.05')
  expect(decimalText(money(-5n, 'USD'))).toBe('-0.05')
})
