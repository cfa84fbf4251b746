import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderStatuses } from '../order/order-states.ts'
import { decideCancelTerms } from './decide-cancel-terms.ts'

const policy = { cancelFeePercent: 5 }
const paid = { takenMinor: 10_000n, cardMinor: 7_000n, walletMinor: 3_000n }

test('a confirmed order that its shopper cancels costs the fee; the rest goes back, to the card first', () => {
  expect(
    decideCancelTerms({ status: 'CONFIRMED', cancelling: false, parcelLeft: false, paid }, 'shopper', policy),
  ).toEqual({
    allowed: true,
    reason: 'cancelled-before-preparation',
    feeMinor: 500n,
    cardMinor: 7_000n,
    walletMinor: 2_500n,
  })
})

test('an operator keeps no fee, and neither does anybody before the confirmation', () => {
  for (const [status, by] of [
    ['CONFIRMED', 'operator'],
    ['PREPARING', 'operator'],
    ['PAID', 'shopper'],
  ] as const)
    expect(decideCancelTerms({ status, cancelling: false, parcelLeft: false, paid }, by, policy)).toMatchObject({
      feeMinor: 0n,
      cardMinor: 7_000n,
      walletMinor: 3_000n,
    })
})

test('what is under way cannot be asked for once more, and what is dispatched is returned instead', () => {
  const refusalOf = (status: 'PAID' | 'SHIPPING' | 'COMPLETED', cancelling: boolean) =>
    decideCancelTerms({ status, cancelling, parcelLeft: false, paid }, 'shopper', policy)
  expect(refusalOf('PAID', true)).toEqual({ allowed: false, refusal: 'cancel-in-progress' })
  expect(refusalOf('SHIPPING', false)).toEqual({ allowed: false, refusal: 'order-dispatched' })
  expect(refusalOf('COMPLETED', false)).toEqual({ allowed: false, refusal: 'order-not-cancellable' })
})

test('a parcel that the carrier has in hand is not asked for once more', () => {
  const facts = { status: 'PREPARING', cancelling: false, parcelLeft: true, paid } as const
  expect(decideCancelTerms(facts, 'operator', policy)).toEqual({ allowed: false, refusal: 'order-dispatched' })
})

test('whatever was paid, fee and refund add up to it, and no leg gives back more than it took', () => {
  const money = fc.bigInt({ min: 0n, max: 99_999_999n })
  fc.assert(
    fc.property(
      money,
      money,
      fc.constantFrom(...orderStatuses),
      fc.integer({ min: 0, max: 100 }),
      (card, wallet, status, percent) => {
        const terms = decideCancelTerms(
          {
            status,
            cancelling: false,
            parcelLeft: false,
            paid: { takenMinor: card + wallet, cardMinor: card, walletMinor: wallet },
          },
          'shopper',
          { cancelFeePercent: percent },
        )
        if (!terms.allowed) return
        expect(terms.feeMinor + terms.cardMinor + terms.walletMinor).toBe(card + wallet)
        expect(terms.cardMinor).toBeLessThanOrEqual(card)
        expect(terms.walletMinor).toBeLessThanOrEqual(wallet)
      },
    ),
  )
})
