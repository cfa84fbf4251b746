import { type Money, money } from '@makegood/core/money/money'
import type { FindAnswer } from '@makegood/core/ports/payment-gateway'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepInput, WaitStep } from '../../saga/step-types.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'
import { createTestDeps, testPort } from '../../testing/test-deps.ts'
import { participant } from './await-approval.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** What one look says of a payment of 20,000 won by card and 8,000 from the wallet, where the gateway answers this. */
const look = async (answer: FindAnswer, expired = false) => {
  const userId = await createTestShopper(database.db, { balanceMinor: 10_000n })
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING', { userId, walletMinor: 8_000n })
  const { orderId, paymentId } = order
  const asked: unknown[] = []
  const gateway = testPort<Parameters<typeof participant.create>[0]['gateway']>('gateway', {
    findByKey: async (...question) => {
      asked.push(question)
      return answer
    },
  })
  const deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', { gateway })
  deps.redis.disconnect()
  const step = participant.create(deps) as WaitStep<PayOrderData>
  const saga = { id: `pay-order:${paymentId}`, name: 'pay-order', orderId, generation: 1, leaseSeconds: 30 }
  const data = { orderId, paymentId, card: true, wallet: true, coupon: false }
  const results = { 'charge-card': { chargeRef: 'pi_1', actionUrl: 'http://bank.test' } }
  const input: StepInput<PayOrderData> = { saga: { ...saga, correlationId: 'cor_test' }, data, results }
  const said = await step.look(input, expired)
  expect(asked).toEqual([[`pay-order:${paymentId}:charge-card`, 'pi_1']])
  return said
}

const charge = (amount: Money): FindAnswer => ({
  outcome: 'ok',
  found: true,
  status: 'succeeded',
  chargeRef: 'pi_1',
  amount,
  refunded: money(0n, amount.currency),
})

test('a charge of another amount or currency than the card was to pay is never taken for the payment', async () => {
  for (const amount of [money(19_999n, 'KRW'), money(20_001n, 'KRW'), money(28_000n, 'KRW'), money(20_000n, 'USD')])
    expect(await look(charge(amount))).toEqual({ outcome: 'refused', result: { reason: 'amount-differs' } })
})

test('a gateway that cannot say is no refusal, neither before nor after the time: the look waits, because of it', async () => {
  for (const outcome of ['unknown', 'retryable'] as const)
    for (const expired of [false, true])
      expect(await look({ outcome, detail: 'no answer' }, expired)).toEqual({
        outcome: 'waiting',
        because: 'the gateway cannot say: no answer',
      })
})

test('the charge that was approved is the payment', async () => {
  expect(await look(charge(money(20_000n, 'KRW')))).toEqual({ outcome: 'done', result: { chargeRef: 'pi_1' } })
})
