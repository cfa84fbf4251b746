import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOf, refundOfLine, splitRefund } from './refund-rules.ts'

test('whatever the steps in which a line is returned, the parts add up to what was paid for it', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10_000_000n }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 100 }),
      (unitPriceMinor, parts, percent) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0)
        const goods = unitPriceMinor * BigInt(quantity)
        const line = { unitPriceMinor, quantity, discountMinor: (goods * BigInt(percent)) / 100n }
        let before = 0
        let sum = 0n
        for (const part of parts) {
          const refund = refundOfLine(line, before, part)
          expect(refund).toBeGreaterThanOrEqual(0n)
          sum += refund
          before += part
        }
        expect(sum).toBe(goods - line.discountMinor)
      },
    ),
  )
})

test('money goes back to the card first, and never more than each leg took', () => {
  expect(splitRefund(700n, { cardMinor: 500n, walletMinor: 300n })).toEqual({ cardMinor: 500n, walletMinor: 200n })
  expect(splitRefund(0n, { cardMinor: 500n, walletMinor: 300n })).toEqual({ cardMinor: 0n, walletMinor: 0n })
  expect(() => splitRefund(801n, { cardMinor: 500n, walletMinor: 300n })).toThrow('more than is left')
})

test('the fee is rounded down', () => {
  expect(feeOf(99n, 5)).toBe(4n)
  expect(feeOf(28_000n, 0)).toBe(0n)
})
