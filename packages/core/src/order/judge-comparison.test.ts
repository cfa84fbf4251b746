import { expect, test } from 'vitest'
import { money } from '../money/money.ts'
import type { FindAnswer } from '../ports/payment-gateway.ts'
import { judgeCharge, judgeParcel, judgeStock } from './judge-comparison.ts'

const paid = { keptMinor: 28_000n, currency: 'KRW' }
const nothing = { keptMinor: 0n, currency: 'KRW' }
const found = (refunded = 0n, changes: object = {}): FindAnswer =>
  ({
    outcome: 'ok',
    found: true,
    chargeRef: 'pi_1',
    amount: money(28_000n, 'KRW'),
    refunded: money(refunded, 'KRW'),
    status: 'succeeded',
    ...changes,
  }) as FindAnswer
const absent: FindAnswer = { outcome: 'ok', found: false }

test('a gateway that cannot say is unknown, whatever the books keep, and never the same', () => {
  for (const outcome of ['unknown', 'retryable'] as const)
    for (const books of [paid, nothing])
      expect(judgeCharge(books, { outcome, detail: 'silence' }, false).verdict).toBe('unknown')
})

test('each way in which gateway and books can differ has its own name', () => {
  expect(judgeCharge(nothing, found(), false).finding).toBe('charged-not-in-books')
  expect(judgeCharge(paid, absent, false).finding).toBe('charge-missing')
  expect(judgeCharge(paid, found(0n, { status: 'pending' }), false).finding).toBe('charge-missing')
  expect(judgeCharge(paid, found(1000n), false).finding).toBe('refunded-there-only')
  expect(judgeCharge({ ...paid, keptMinor: 27_000n }, found(), false).finding).toBe('refund-missing-there')
  expect(judgeCharge({ ...paid, currency: 'USD' }, found(), false).finding).toBe('other-currency')
})

test('what moves is not called a difference, and what is the same is so while it moves too', () => {
  expect(judgeCharge(nothing, found(), true).verdict).toBe('under-way')
  expect(judgeCharge(paid, found(), true).verdict).toBe('same')
})

test('what was taken and given back whole is the same as what was never taken', () => {
  expect(judgeCharge(nothing, found(28_000n), false).verdict).toBe('same')
  expect(judgeCharge(nothing, absent, false).verdict).toBe('same')
})

test('stock differs by any of its counts, and is unknown where the ledger does not reach back', () => {
  const units = { held: 0, sold: 2, writtenOff: 1 }
  expect(judgeStock(units, units).verdict).toBe('same')
  for (const name of ['held', 'sold', 'writtenOff'] as const)
    expect(judgeStock(units, { ...units, [name]: 5 }).verdict).toBe('different')
  expect(judgeStock(units, null).verdict).toBe('unknown')
})

test('a parcel that the carrier does not know is told apart from one that is elsewhere', () => {
  expect(judgeParcel('REGISTERED', 'ABSENT').finding).toBe('parcel-missing')
  expect(judgeParcel('REGISTERED', 'DELIVERED').finding).toBe('parcel-differs')
  expect(judgeParcel('DELIVERED', 'DELIVERED').verdict).toBe('same')
})
