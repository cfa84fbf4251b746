import { createStripePaymentGateway } from '@makegood/adapters/payment/stripe-payment-gateway'
import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import { storeWebhook } from '@makegood/db/webhook/store-webhook'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSagaStand } from '../../test/start-saga-stand.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { settleAll } from './settle-late-charges.ts'

let stand: Awaited<ReturnType<typeof startSagaStand>>

beforeAll(async () => {
  stand = await startSagaStand()
}, 60_000)
afterAll(async () => {
  await stand.stop()
})

const succeeded = (orderId: string, paymentId: string, chargeRef: string) => ({
  provider: 'payment',
  eventId: `evt_${paymentId}`,
  type: 'payment_intent.succeeded',
  body: JSON.stringify({
    id: `evt_${paymentId}`,
    type: 'payment_intent.succeeded',
    created: 1_700_000_000,
    livemode: false,
    data: {
      object: {
        id: chargeRef,
        amount: 28_000,
        amount_received: 28_000,
        currency: 'krw',
        metadata: { orderId, paymentId, key: 'k' },
      },
    },
  }),
})

test('a charge that arrives after its attempt was given up is refunded once, and the payment says so', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_chargeDeclined')
  await vi.waitFor(
    async () =>
      expect(await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
        status: 'DECLINED',
      }),
    { timeout: 10_000, interval: 20 },
  )
  const gateway = createStripePaymentGateway({ apiUrl: stand.sandbox.url, secretKey: stand.secretKey })
  const charged = await gateway.charge({
    key: newId('payment', new Date()),
    orderId: order.orderId,
    paymentId,
    amount: money(28_000n, 'KRW'),
    paymentMethod: 'pm_card_visa',
  })
  if (charged.outcome !== 'ok') throw new Error(`the gateway said ${charged.outcome}`)
  await storeWebhook(stand.db, succeeded(order.orderId, paymentId, charged.chargeRef))

  const deps = createTestDeps(stand.db, process.env.TEST_REDIS_URL ?? '', gateway)
  expect(await settleAll(deps, 0)).toEqual({ refunded: 1 })
  expect(await settleAll(deps, 0)).toEqual({ refunded: 0 })
  deps.redis.disconnect()
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
  expect(await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
    status: 'REFUNDED',
    chargeRef: charged.chargeRef,
  })
})

test('the webhook of a payment that its order wants changes nothing', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_visa')
  await stand.waitForStatus(order.orderId, 'CONFIRMED')
  const { chargeRef } = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  await storeWebhook(stand.db, succeeded(order.orderId, paymentId, chargeRef ?? ''))
  const deps = createTestDeps(stand.db, process.env.TEST_REDIS_URL ?? '')
  expect(await settleAll(deps, 0)).toEqual({ refunded: 0 })
  deps.redis.disconnect()
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await stand.db.webhookInbox.count({ where: { eventId: `evt_${paymentId}`, handledAt: null } })).toBe(0)
})
