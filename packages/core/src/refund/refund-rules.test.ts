import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from '../money/allocate.ts'
import { returnReasons, shopsFaultReasons } from '../return/return-reasons.ts'
import { feeOf, refundOfDelivery, refundOfLine, splitRefund } from './refund-rules.ts'

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

test('the delivery goes back with what was the shop’s fault altogether, and only when nothing stays', () => {
  const faulty = ['arrived-broken', 'wrong-item']
  expect(refundOfDelivery(3_000n, { whole: true, reasons: faulty })).toBe(3_000n)
  expect(refundOfDelivery(3_000n, { whole: false, reasons: faulty })).toBe(0n)
  expect(refundOfDelivery(3_000n, { whole: true, reasons: ['changed-mind', ...faulty] })).toBe(0n)
  expect(refundOfDelivery(3_000n, { whole: true, reasons: ['other'] })).toBe(0n)
})

const orders = fc.record({
  deliveryMinor: fc.bigInt({ min: 0n, max: 30_000n }),
  percent: fc.integer({ min: 0, max: 100 }),
  lines: fc.array(
    fc.record({ unitPriceMinor: fc.bigInt({ min: 0n, max: 500_000n }), quantity: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 4 },
  ),
})
/** In which order the units go back, each step with its reason: a number chooses the line, as long as it has units left. */
const steps = fc.array(
  fc.record({ line: fc.nat(), units: fc.integer({ min: 1, max: 5 }), reason: fc.constantFrom(...returnReasons) }),
  {
    maxLength: 12,
  },
)

test('whatever goes back in whatever steps for whatever reasons, it is never more than was paid, and all of it to the last won where all was the shop’s fault', () => {
  fc.assert(
    fc.property(orders, steps, ({ deliveryMinor, percent, lines }, asked) => {
      const costs = lines.map(line => line.unitPriceMinor * BigInt(line.quantity))
      const goods = costs.reduce((sum, cost) => sum + cost, 0n)
      const discount = (goods * BigInt(percent)) / 100n
      const shares = allocate(discount, costs)
      const sold = lines.map((line, index) => ({ ...line, discountMinor: shares[index] ?? 0n, returned: 0 }))
      const reasons: string[] = []
      let back = 0n
      const giveBack = (wanted: (typeof sold)[number], most: number, reason: string) => {
        const units = Math.min(most, wanted.quantity - wanted.returned)
        if (units === 0) return
        reasons.push(reason)
        back += refundOfLine(wanted, wanted.returned, units)
        wanted.returned += units
        back += refundOfDelivery(deliveryMinor, { whole: sold.every(line => line.returned === line.quantity), reasons })
        expect(back).toBeLessThanOrEqual(goods - discount + deliveryMinor)
      }
      for (const { line, units, reason } of asked) {
        const wanted = sold[line % sold.length]
        if (wanted) giveBack(wanted, units, reason)
      }
      for (const line of sold) giveBack(line, line.quantity, 'arrived-broken')
      const isFaulty = reasons.every(reason => shopsFaultReasons.includes(reason))
      expect(back).toBe(goods - discount + (isFaulty ? deliveryMinor : 0n))
    }),
  )
})

test('cancelled before it is sent, everything goes back with its delivery, less the fee of all that was taken', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10_000_000n }),
      fc.bigInt({ min: 0n, max: 30_000n }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (afterDiscount, delivery, percent, walletPercent) => {
        const total = afterDiscount + delivery
        const walletMinor = (total * BigInt(walletPercent)) / 100n
        const fee = feeOf(total, percent)
        const back = splitRefund(total - fee, { walletMinor, cardMinor: total - walletMinor })
        expect(back.cardMinor + back.walletMinor + fee).toBe(afterDiscount + delivery)
      },
    ),
  )
})
