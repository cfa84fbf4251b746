import { money } from '@makegood/core/money/money'
import type { FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { expect, test } from 'vitest'
import type { Deps } from '../../saga/deps.ts'
import { checkLateChargeStep } from './check-late-charge.ts'
import { takeOrderUpStep } from './take-order-up.ts'

const data = { orderId: 'ord_1', paymentId: 'pay_1', chargeRef: 'pi_1' }
const won = (amountMinor: bigint) => money(amountMinor, 'KRW')
const taken = (refundedMinor: bigint): FindAnswer => ({
  outcome: 'ok',
  found: true,
  status: 'succeeded',
  chargeRef: 'pi_1',
  amount: won(28_000n),
  refunded: won(refundedMinor),
})

const check = async (answer: FindAnswer): Promise<unknown> => {
  const gateway = { findByKey: async () => answer } as Partial<PaymentGateway> as PaymentGateway
  const step = checkLateChargeStep({ gateway } as Deps)
  if (step.reach !== 'outside') throw new Error('the gateway is outside')
  return (await step.call(data, 'key')).result
}

test.each([
  ['nothing went back', taken(0n), 'all'],
  ['one won went back', taken(1n), 'part'],
  ['all but one won went back', taken(27_999n), 'part'],
  ['all went back', taken(28_000n), 'nothing'],
  ['the gateway never took it', { outcome: 'ok', found: false } as const, 'nothing'],
])('of a late charge of which %s the gateway keeps %s', async (_what, answer, kept) => {
  expect(await check(answer)).toEqual({ kept })
})

test('a gateway that cannot say is asked again', async () => {
  await expect(check({ outcome: 'unknown', detail: 'no answer' })).rejects.toThrow('no answer')
})

test('only a charge that is kept whole pays an order: of one that went back in part the rest goes back too', () => {
  const { skip } = takeOrderUpStep({} as Deps)
  const skips = (kept: string) => skip?.(data, { 'check-late-charge': { kept } })
  expect(['all', 'part', 'nothing'].map(skips)).toEqual([false, true, true])
})
