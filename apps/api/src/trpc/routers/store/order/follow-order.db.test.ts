import { newId } from '@makegood/core/ids'
import { orderViewSchema } from '@makegood/core/order/views'
import { finishCancellation } from '@makegood/db/cancellation/settle-cancellation'
import { inTransaction } from '@makegood/db/client'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { orderChannel } from '@makegood/db/redis/order-channel'
import { finishRefund } from '@makegood/db/refund/finish-refund'
import { planRefund } from '@makegood/db/refund/plan-refund'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEventStream } from '../../../../testing/open-event-stream.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder, type TestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

const follow = (browser: TestBrowser, orderId: string, lastEventId?: string) =>
  openEventStream(api, browser, 'store.order.follow', { orderId, locale: 'ko' }, lastEventId)

const revisionOf = async (browser: TestBrowser, orderId: string) =>
  String((await browser.query('store.order.get', { orderId, locale: 'ko' })).body.result?.data?.revision)

const cancel = async (orderId: string) => {
  const reason = 'stock-insufficient'
  await transitionOrder(api.db, { orderId, from: 'PENDING', reason, mover: 'system', version: 1, events: [] })
  await api.api.redis.publish(orderChannel(orderId), '')
}

test('a follower gets the present view at once, each change as it happens, and the end at a final state', async () => {
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  const stream = await follow(browser, orderId)
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  expect((await stream.next()).event).toBe('connected')
  const first = await stream.next()
  expect(first.id).toMatch(/^1\./)
  expect(orderViewSchema.parse(first.data)).toMatchObject({ id: orderId, status: 'PENDING', revision: first.id })
  const started = Date.now()
  await cancel(orderId)
  const second = await stream.next()
  expect(second).toMatchObject({ id: expect.stringMatching(/^2\./), data: { status: 'CANCELLED' } })
  expect(Date.now() - started).toBeLessThan(4000)
  expect((await stream.next()).event).toBe('return')
})

test('who comes back with the last id gets what was missed and nothing twice', async () => {
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  const seen = await revisionOf(browser, orderId)
  const before = await follow(browser, orderId, seen)
  await before.next()
  await cancel(orderId)
  const last = (await before.next()).id
  expect(last).toMatch(/^2\./)
  const after = await follow(browser, orderId, seen)
  await after.next()
  expect((await after.next()).id).toBe(last)
  const upToDate = await follow(browser, orderId, last)
  await upToDate.next()
  expect((await upToDate.next()).event).toBe('return')
})

test('a fact that moves no state is followed too, and money on its way back keeps a cancelled order open', async () => {
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  const { orderId } = await confirmTestOrder(api.db, { userId })
  const stream = await follow(browser, orderId, await revisionOf(browser, orderId))
  await stream.next()
  const cancellationId = newId('cancellation', new Date())
  await browser.mutate('store.order.cancel', { orderId, cancellationId, expectedFeeMinor: '1400' })
  await api.api.redis.publish(orderChannel(orderId), '')
  expect((await stream.next()).data).toMatchObject({ status: 'CONFIRMED', cancellation: { state: 'requested' } })
  await inTransaction(api.db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    const reason = 'cancelled-before-preparation'
    await planRefund(tx, orderId, { source: 'cancellation', sourceId: cancellationId }, 26_600n)
    await transitionOrder(tx, { orderId, from: 'CONFIRMED', reason, mover: 'shopper', version, events: [] })
    await finishCancellation(tx, cancellationId)
  })
  await api.api.redis.publish(orderChannel(orderId), '')
  const cancelled = await stream.next()
  expect(cancelled.data).toMatchObject({ status: 'CANCELLED', refunds: [{ state: 'planned' }] })
  await finishRefund(api.db, orderViewSchema.parse(cancelled.data).refunds[0]?.id ?? '', 're_1')
  await api.api.redis.publish(orderChannel(orderId), '')
  expect((await stream.next()).data).toMatchObject({ refunds: [{ state: 'done' }] })
  expect((await stream.next()).event).toBe('return')
})

test('a message that was lost costs a few seconds, not the news', async () => {
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  const stream = await follow(browser, orderId, await revisionOf(browser, orderId))
  await stream.next()
  const reason = 'stock-insufficient'
  await transitionOrder(api.db, { orderId, from: 'PENDING', reason, mover: 'system', version: 1, events: [] })
  let seen = await stream.next()
  while (seen.event === 'ping') seen = await stream.next()
  expect(seen.id).toMatch(/^2\./)
}, 30_000)

test("someone else's order is refused like one that does not exist", async () => {
  const { orderId } = await placeTestOrder(createTestBrowser(api), variantId)
  const stranger = createTestBrowser(api)
  await stranger.signUp()
  const stream = await follow(stranger, orderId)
  await stream.next()
  const refused = await stream.next()
  expect(refused.event).toBe('serialized-error')
  expect(refused.data).toMatchObject({ message: 'not-found', data: { shopCode: 'not-found', httpStatus: 404 } })
  expect(JSON.stringify(refused.data)).not.toContain(orderId)
})

test('one owner may have twenty live views; the next is refused until one is closed', async () => {
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  const revision = await revisionOf(browser, orderId)
  const streams = await Promise.all(Array.from({ length: 20 }, () => follow(browser, orderId)))
  for (const stream of streams)
    expect([(await stream.next()).event, (await stream.next()).id]).toEqual(['connected', revision])
  const refused = await follow(browser, orderId)
  await refused.next()
  expect((await refused.next()).data).toMatchObject({ data: { shopCode: 'too-many-requests' } })
  streams[0]?.close()
  await expect
    .poll(async () => {
      const stream = await follow(browser, orderId)
      await stream.next()
      const { id } = await stream.next()
      stream.close()
      return id
    })
    .toBe(revision)
  for (const stream of streams) stream.close()
})

test('followers who leave at any moment, before their first view or after it, leave no error that nobody takes', async () => {
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  try {
    for (let round = 0; round < 15; round += 1) {
      const streams = await Promise.all(Array.from({ length: 4 }, () => follow(browser, orderId)))
      streams[0]?.close()
      await streams[1]?.next()
      streams[1]?.close()
      for (const stream of streams.slice(2)) {
        await stream.next()
        await stream.next()
        stream.close()
      }
    }
    // All of them are gone once a new one of their twenty places is given each time.
    for (let round = 0; round < 25; round += 1) {
      const stream = await follow(browser, orderId)
      await stream.next()
      stream.close()
    }
    expect(unhandled).toEqual([])
  } finally {
    process.off('unhandledRejection', note)
  }
})
