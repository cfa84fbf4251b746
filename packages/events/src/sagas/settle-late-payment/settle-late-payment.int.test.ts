import { money } from '@makegood/core/money/money'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { tellPaymentEvent } from '@makegood/db/payment/tell-payment-event'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type SagaStand, startSagaStand } from '../../../test/start-saga-stand.ts'

let stand: SagaStand
beforeAll(async () => {
  stand = await startSagaStand({ policy: { POLICY_STEP_ATTEMPTS: '2' } })
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const price = money(28_000n, 'KRW')

/** A charge that the gateway makes only after its payment was given up, and that nobody has told of yet. */
const chargeLate = async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'down' } })
  const paymentId = await stand.pay(order)
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  await stand.clearFaults()
  await stand.setFaults({ webhook: { mode: 'lost' } })
  const { orderId } = order
  const key = `pay-order:${paymentId}:charge-card`
  const charge = await stand.deps.gateway.charge({
    key,
    orderId,
    paymentId,
    amount: price,
    paymentMethod: 'pm_card_visa',
  })
  if (charge.outcome !== 'ok') throw new Error(`the late charge is ${charge.outcome}`)
  return { orderId, paymentId, chargeRef: charge.chargeRef }
}

const hear = async ({ paymentId, chargeRef }: { readonly paymentId: string; readonly chargeRef: string }) => {
  expect(await tellPaymentEvent(stand.db, paymentId, chargeRef)).toBe('late payment')
  stand.outbox.nudge()
  await stand.waitForSaga(`settle-late-payment:${paymentId}`, 'COMPLETED')
}

test('a late charge that a person has given back meanwhile pays for nothing, whatever the news of it says', async () => {
  const late = await chargeLate()
  const { orderId, paymentId, chargeRef } = late
  const refund = await stand.deps.gateway.refund({ key: `by-hand:${paymentId}`, chargeRef, amount: price })
  expect(refund).toMatchObject({ outcome: 'ok' })
  await hear(late)
  expect(await stand.statusOf(orderId)).toBe('STOCK_RESERVED')
  expect(await stand.db.payment.findMany({ where: { orderId } })).toMatchObject([{ id: paymentId, status: 'FAILED' }])
  expect(await stand.chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
})

test('a late charge that the gateway keeps pays the order that still waits for it', async () => {
  const late = await chargeLate()
  await hear(late)
  await stand.waitForStatus(late.orderId, 'PREPARING')
  expect(await stand.chargesOf(late.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})
