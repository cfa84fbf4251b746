import { newId } from '@makegood/core/ids'
import { openPayment } from '@makegood/db/payment/open-payment'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { expect, onTestFinished, test } from 'vitest'
import { startTestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

const prepare = async (env: Record<string, string> = {}) => {
  const api = await startTestApi(env)
  onTestFinished(api.stop)
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  const { orderId, owner } = await seedReservedOrder(api.db, { userId })
  const paymentId = newId('payment', new Date())
  await openPayment(api.db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  const look = (input: object = { orderId, paymentId }) => browser.mutate('store.order.lookAgain', input)
  const countWakes = () => api.db.outbox.count({ where: { name: 'payment/changed' } })
  return { api, orderId, paymentId, look, countWakes }
}

test('coming back from the bank wakes the payment that waits; a settled one is left alone', async () => {
  const { api, paymentId, look, countWakes } = await prepare()
  expect((await look()).body.result?.data).toEqual({ told: true })
  expect(await countWakes()).toBe(1)
  await api.db.payment.update({ where: { id: paymentId }, data: { status: 'FAILED' } })
  expect((await look()).body.result?.data).toEqual({ told: false })
  expect(await countWakes()).toBe(1)
})

test("a payment that is none, of another order, or somebody else's does not exist, and wakes nobody", async () => {
  const { api, orderId, paymentId, look, countWakes } = await prepare()
  const other = await seedReservedOrder(api.db)
  for (const input of [
    { orderId, paymentId: newId('payment', new Date()) },
    { orderId: other.orderId, paymentId },
  ])
    expect((await look(input)).body.error?.data?.shopCode).toBe('not-found')
  const stranger = createTestBrowser(api)
  await stranger.signUp()
  const answer = await stranger.mutate('store.order.lookAgain', { orderId, paymentId })
  expect(answer.body.error?.data?.shopCode).toBe('not-found')
  expect(await countWakes()).toBe(0)
})

test('it cannot be asked without end', async () => {
  const { look, countWakes } = await prepare({ RATE_LIMIT_CHECKOUT_PER_MINUTE: '3' })
  const answers: number[] = []
  for (let call = 0; call < 5; call += 1) answers.push((await look()).status)
  expect(answers).toEqual([200, 200, 200, 429, 429])
  expect(await countWakes()).toBe(3)
})
