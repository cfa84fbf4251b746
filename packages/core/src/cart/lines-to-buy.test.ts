import { expect, test } from 'vitest'
import { money } from '../money/money.ts'
import { linesToBuy, unitsToBuy } from './lines-to-buy.ts'

const line = (quantity: number, available: number, onSale = true) => ({
  unitPrice: money(1_000n, 'KRW'),
  quantity,
  available,
  onSale,
})

test('what is sold out, oversold or no longer sold counts for nothing, and what is short for what is left', () => {
  expect(unitsToBuy(line(2, 0))).toBe(0)
  expect(unitsToBuy(line(2, -1))).toBe(0)
  expect(unitsToBuy(line(2, 9, false))).toBe(0)
  expect(unitsToBuy(line(3, 2))).toBe(2)
  expect(linesToBuy([line(2, 0), line(3, 2), line(2, 9, false)])).toEqual([{ ...line(3, 2), quantity: 2 }])
})

test('a cart that can be ordered counts as it is', () => {
  const lines = [line(1, 1), line(5, 99)]
  expect(linesToBuy(lines)).toEqual(lines)
})
