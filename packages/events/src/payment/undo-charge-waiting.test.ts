import { money } from '@makegood/core/money/money'
import type { CancelAnswer, FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { expect, test } from 'vitest'
import { undoCharge } from './undo-charge.ts'

const charge = { key: 'pay-order:pay_1:charge-card', chargeRef: 'pi_1' }
const waiting: FindAnswer = {
  outcome: 'ok',
  found: true,
  status: 'action-required',
  actionUrl: 'http://gateway.test/approve',
  chargeRef: 'pi_1',
  amount: money(28_000n, 'KRW'),
  refunded: money(0n, 'KRW'),
}

/** A gateway whose charge waits for the shopper, and what it was asked for. */
const createGateway = (cancelled: CancelAnswer) => {
  const asked: string[] = []
  const gateway = {
    findByKey: async () => waiting,
    cancelCharge: async ({ key }: { readonly key: string }) => {
      asked.push(key)
      return cancelled
    },
    refund: async ({ key }: { readonly key: string }) => {
      asked.push(key)
      return { outcome: 'ok', refundRef: 're_1', status: 'succeeded' }
    },
  } as unknown as PaymentGateway
  return { gateway, asked }
}

test('an approval that was quicker than the cancelling has taken money, which goes back', async () => {
  const quicker = {
    outcome: 'declined',
    reason: 'already-charged',
    gatewayCode: 'payment_intent_unexpected_state',
  } as const
  const { gateway, asked } = createGateway(quicker)
  expect(await undoCharge(gateway, charge, 1)).toEqual({ chargeRef: 'pi_1', refundRef: 're_1' })
  expect(asked).toEqual([`${charge.key}:cancel`, `${charge.key}:undo`])
})

test('a charge that was cancelled before it was approved took nothing, and nothing goes back', async () => {
  const { gateway, asked } = createGateway({ outcome: 'ok', status: 'cancelled' })
  expect(await undoCharge(gateway, charge, 1)).toBeNull()
  expect(asked).toEqual([`${charge.key}:cancel`])
})

test('a cancelling that the gateway does not answer leaves the undo to be tried again, with no refund of what may wait', async () => {
  const { gateway, asked } = createGateway({ outcome: 'unknown', detail: 'no answer' })
  await expect(undoCharge(gateway, charge, 1)).rejects.toThrow('no answer')
  expect(asked).toEqual([`${charge.key}:cancel`])
})
