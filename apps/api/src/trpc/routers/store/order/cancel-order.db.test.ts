import { newId } from '@makegood/core/ids'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, type TestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let browser: TestBrowser
let userId: string
beforeAll(async () => {
  api = await startTestApi()
  browser = createTestBrowser(api)
  userId = (await browser.signUp()).userId
})
afterAll(() => api.stop())

const newCancellation = (orderId: string) => ({ orderId, cancellationId: newId('cancellation', new Date()) })
const termsOf = async (orderId: string) => (await browser.query('store.order.getCancelTerms', { orderId })).body
const cancel = (input: object) => browser.mutate('store.order.cancel', input)
const eventsOf = (orderId: string, name: string) =>
  api.db.outbox.count({ where: { name, payload: { path: ['orderId'], equals: orderId } } })

test('an order that waits for its payment is cancelled without a fee, and the request is written with its event', async () => {
  const { orderId } = await seedReservedOrder(api.db, { userId })
  expect((await termsOf(orderId)).result?.data).toMatchObject({
    refusal: null,
    fee: { amountMinor: '0' },
    toCard: { amountMinor: '0' },
  })
  const input = newCancellation(orderId)
  expect((await cancel(input)).status).toBe(200)
  expect(await api.db.cancellation.findUnique({ where: { id: input.cancellationId } })).toMatchObject({
    orderId,
    status: 'REQUESTED',
    mover: 'shopper',
    moverId: userId,
    reason: 'cancelled-before-payment',
  })
  expect(await eventsOf(orderId, 'order/cancel.requested')).toBe(1)
})

test('the same request again, at once or later, cancels once; another one meanwhile is refused', async () => {
  const { orderId } = await seedReservedOrder(api.db, { userId })
  const input = newCancellation(orderId)
  const answers = await Promise.all(Array.from({ length: 4 }, () => cancel(input)))
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200])
  expect((await cancel(newCancellation(orderId))).body.error?.data?.shopCode).toBe('cancel-in-progress')
  expect((await termsOf(orderId)).result?.data).toMatchObject({ refusal: 'cancel-in-progress' })
  expect(await eventsOf(orderId, 'order/cancel.requested')).toBe(1)
})

test('of a confirmed order the fee is told beforehand, and the rest goes back to the card', async () => {
  const { orderId } = await confirmTestOrder(api.db, { userId })
  expect((await termsOf(orderId)).result?.data).toEqual({
    refusal: null,
    fee: { amountMinor: '1400', currency: 'KRW' },
    toCard: { amountMinor: '26600', currency: 'KRW' },
    toWallet: { amountMinor: '0', currency: 'KRW' },
    paymentUnderWay: false,
  })
  for (const unseen of [{}, { expectedFeeMinor: '1399' }]) {
    const answer = await cancel({ ...newCancellation(orderId), ...unseen })
    expect(answer.status).toBe(409)
    expect(answer.body.error?.data).toMatchObject({ shopCode: 'fee-changed', details: { feeMinor: '1400' } })
  }
  expect(await api.db.cancellation.count({ where: { orderId } })).toBe(0)
  expect((await cancel({ ...newCancellation(orderId), expectedFeeMinor: '1400' })).status).toBe(200)
})

test('a dispatched order answers order-dispatched, so that a return can be offered, and nothing is written', async () => {
  const { orderId } = await confirmTestOrder(api.db, { userId })
  await shipTestOrder(api.db, orderId, 'handed-over')
  expect((await termsOf(orderId)).result?.data).toMatchObject({ refusal: 'order-dispatched' })
  const answer = await cancel(newCancellation(orderId))
  expect(answer.status).toBe(409)
  expect(answer.body.error?.data).toMatchObject({ shopCode: 'order-dispatched', details: { status: 'SHIPPING' } })
  expect(await api.db.cancellation.count({ where: { orderId } })).toBe(0)
})

test('an id that is none is refused as input', async () => {
  const { orderId } = await seedReservedOrder(api.db, { userId })
  for (const cancellationId of ['can_1', newId('order', new Date()), '', null])
    expect((await cancel({ orderId, cancellationId })).body.error?.data?.shopCode).toBe('invalid-input')
})
