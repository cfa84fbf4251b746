import { money } from '@makegood/core/money/money'
import type { PaymentGateway, RefundAnswer } from '@makegood/core/ports/payment-gateway'
import { expect, test } from 'vitest'
import type { Deps } from '../../saga/deps.ts'
import { participant } from './refund-card.ts'

const ready = {
  refundId: 'ref_1',
  orderId: 'ord_1',
  paymentId: 'pay_1',
  chargeRef: 'pi_1',
  amount: money(1_000n, 'KRW'),
}

const call = (answer: RefundAnswer) => {
  const gateway = { refund: async () => answer } as unknown as PaymentGateway
  const step = participant.create({ gateway } as Deps)
  if (step.reach !== 'outside') throw new Error('refund-card is an outside step')
  return step.call(ready, 'key')
}

test('a refund that the gateway refuses is recorded with its code, so that a person’s retry asks under a new key', async () => {
  expect(await call({ outcome: 'declined', reason: 'not-refundable', gatewayCode: 'balance_too_low' })).toEqual({
    outcome: 'refused',
    result: { reason: 'not-refundable', gatewayCode: 'balance_too_low' },
  })
})

test('a refund without an answer is tried again under its key', async () => {
  await expect(call({ outcome: 'unknown', detail: 'no answer' })).rejects.toThrow('no answer')
})
