import { newId } from '@makegood/core/ids'
import { type Money, money } from '@makegood/core/money/money'
import type { FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WaitStep } from '../../saga/step-types.ts'
import { createTestDeps, testPort } from '../../testing/test-deps.ts'
import { awaitTopUpApprovalStep } from './await-top-up-approval.ts'
import type { TopUpWalletData } from './top-up-wallet-data.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** What one look says of a top-up of 50,000 won where the gateway answers this. */
const look = async (answer: FindAnswer, expired = false) => {
  const userId = await createTestShopper(database.db)
  const topUpId = newId('topUp', new Date())
  const limits = { topUpMinMinor: 1_000n, topUpMaxMinor: 1_000_000n }
  const request = { topUpId, userId, amountMinor: 50_000n, paymentMethod: 'pm_card_visa', correlationId: 'cor_test' }
  await openTopUp(database.db, { ...request, limits })
  const gateway = testPort<PaymentGateway>('gateway', { findByKey: async () => answer })
  const deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', { gateway })
  deps.redis.disconnect()
  const step = awaitTopUpApprovalStep(deps) as WaitStep<TopUpWalletData>
  const saga = { id: `top-up-wallet:${topUpId}`, name: 'top-up-wallet', orderId: null, correlationId: 'cor_test' }
  const results = { 'charge-top-up': { chargeRef: 'pi_1', actionUrl: 'http://bank.test' } }
  const input = { saga: { ...saga, generation: 1, leaseSeconds: 30 }, data: { topUpId, userId }, results }
  return await step.look(input, expired)
}

const charge = (amount: Money): FindAnswer => ({
  outcome: 'ok',
  found: true,
  status: 'succeeded',
  chargeRef: 'pi_1',
  amount,
  refunded: money(0n, amount.currency),
})

test('a charge of another amount or currency is never put into the wallet', async () => {
  for (const amount of [money(49_999n, 'KRW'), money(50_001n, 'KRW'), money(50_000n, 'USD')])
    expect(await look(charge(amount))).toEqual({ outcome: 'refused', result: { reason: 'amount-differs' } })
  expect(await look(charge(money(50_000n, 'KRW')))).toEqual({ outcome: 'done', result: { chargeRef: 'pi_1' } })
})

test('a gateway that cannot say is no refusal, neither before nor after the time: the look waits, because of it', async () => {
  for (const expired of [false, true])
    expect(await look({ outcome: 'unknown', detail: 'no answer' }, expired)).toEqual({
      outcome: 'waiting',
      because: 'the gateway cannot say: no answer',
    })
})
