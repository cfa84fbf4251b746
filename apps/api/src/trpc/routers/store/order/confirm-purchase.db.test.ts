import { newId } from '@makegood/core/ids'
import { inTransaction } from '@makegood/db/client'
import { requestReturn } from '@makegood/db/return/request-return'
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

const confirm = (orderId: string) => browser.mutate('store.order.confirmPurchase', { orderId })
const historyOf = (orderId: string) =>
  api.db.orderHistory.findMany({ where: { orderId, toStatus: 'COMPLETED' }, select: { mover: true, moverId: true } })

test('a delivered order is accepted once, however often it is pressed', async () => {
  const { orderId } = await confirmTestOrder(api.db, { userId })
  await shipTestOrder(api.db, orderId, 'delivered')
  const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(orderId)))
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200])
  expect((await confirm(orderId)).status).toBe(200)
  expect(await historyOf(orderId)).toEqual([{ mover: 'shopper', moverId: userId }])
  const events = { name: 'order/completed', payload: { path: ['orderId'], equals: orderId } }
  expect(await api.db.outbox.count({ where: events })).toBe(1)
})

test('what has not arrived cannot be accepted, and neither can what shall go back', async () => {
  const { orderId } = await confirmTestOrder(api.db, { userId })
  const early = await confirm(orderId)
  expect(early.body.error?.data).toMatchObject({
    shopCode: 'purchase-not-confirmable',
    details: { status: 'CONFIRMED', reason: 'moved-on' },
  })
  await shipTestOrder(api.db, orderId, 'delivered')
  const returnId = newId('return', new Date())
  await inTransaction(api.db, tx => requestReturn(tx, { orderId, returnId, by: 'shopper', reason: 'changed-mind' }))
  expect((await confirm(orderId)).body.error?.data).toMatchObject({
    shopCode: 'purchase-not-confirmable',
    details: { reason: 'return-open' },
  })
  expect(await historyOf(orderId)).toEqual([])
})
