import { newId } from '@makegood/core/ids'
import { openPayment } from '@makegood/db/payment/open-payment'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts'
import { paymentSource, sendWebhook, signWebhook } from '../../testing/webhook-sources.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const seedOpenPayment = async () => {
  const { orderId, owner } = await seedReservedOrder(api.db)
  const paymentId = newId('payment', new Date())
  await openPayment(api.db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  return paymentId
}

/** Whether an event follows from the news that this payment's charge succeeded. */
const isActedOn = async (paymentId: string, type?: string): Promise<boolean> => {
  const body = paymentSource.makeEvent(type, { paymentId })
  expect((await sendWebhook(api, paymentSource, body, signWebhook(paymentSource, body))).status).toBe(200)
  const where = { name: 'webhook/received', payload: { path: ['eventId'], equals: JSON.parse(body).id } }
  return (await api.db.outbox.count({ where })) === 1
}

test('a success of which the payment hears first hand needs no acting; one that waits or was given up is told', async () => {
  const paymentId = await seedOpenPayment()
  expect(await isActedOn(paymentId)).toBe(false)
  await api.db.payment.update({ where: { id: paymentId }, data: { actionUrl: 'http://gateway.test/approve' } })
  expect(await isActedOn(paymentId)).toBe(true)
  await api.db.payment.update({ where: { id: paymentId }, data: { actionUrl: null, status: 'FAILED' } })
  expect(await isActedOn(paymentId)).toBe(true)
  expect(await isActedOn(newId('payment', new Date()))).toBe(true)
})

test('a failure is told, and what only repeats an answer of the gateway is not', async () => {
  const paymentId = await seedOpenPayment()
  expect(await isActedOn(paymentId, 'payment_intent.payment_failed')).toBe(true)
  expect(await isActedOn(paymentId, 'payment_intent.canceled')).toBe(true)
  expect(await isActedOn(paymentId, 'payment_intent.created')).toBe(false)
})
