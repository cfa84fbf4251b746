import { expect, test } from 'vitest'
import { decideCancellation } from './decide-cancellation.ts'
import { decideTransition } from './decide-transition.ts'
import { orderStatuses } from './order-states.ts'

const policy = { cancelFeePercent: 5 }

test('every cancellation that is allowed is a move of the table of states for that mover', () => {
  for (const status of orderStatuses)
    for (const by of ['shopper', 'operator', 'system'] as const) {
      const decision = decideCancellation(status, by, policy)
      if (decision.allowed)
        expect(decideTransition(status, decision.reason, by)).toMatchObject({
          allowed: true,
          transition: { to: 'CANCELLED' },
        })
    }
})

test('a shopper pays the fee from the confirmation on, and never before; an operator never', () => {
  expect(decideCancellation('PAID', 'shopper', policy)).toMatchObject({ feePercent: 0 })
  expect(decideCancellation('CONFIRMED', 'shopper', policy)).toMatchObject({ feePercent: 5 })
  expect(decideCancellation('CONFIRMED', 'operator', policy)).toMatchObject({ feePercent: 0 })
})

test('in preparation only an operator cancels; what is dispatched is returned instead; what has ended stays', () => {
  expect(decideCancellation('PREPARING', 'shopper', policy)).toEqual({
    allowed: false,
    refusal: 'order-not-cancellable',
  })
  expect(decideCancellation('PREPARING', 'operator', policy)).toMatchObject({ allowed: true })
  for (const status of ['SHIPPING', 'DELIVERED'] as const)
    expect(decideCancellation(status, 'operator', policy)).toEqual({ allowed: false, refusal: 'order-dispatched' })
  for (const status of ['PENDING', 'COMPLETED', 'REFUNDED', 'CANCELLED', 'RETURNED'] as const)
    expect(decideCancellation(status, 'operator', policy)).toEqual({ allowed: false, refusal: 'order-not-cancellable' })
})
