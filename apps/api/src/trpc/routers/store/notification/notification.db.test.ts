import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi, testSecrets } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const signUp = async () => {
  const browser = createTestBrowser(api)
  return { browser, ...(await browser.signUp()) }
}
const newSubscription = (more: { endpoint?: string } = {}) => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString('hex')}`,
  keys: { p256dh: randomBytes(65).toString('base64url'), auth: randomBytes(16).toString('base64url') },
  ...more,
})
const subscriptionsOf = (userId: string) =>
  api.db.pushSubscription.findMany({ where: { userId }, orderBy: { id: 'asc' } })
const shopCode = (answer: { body: Awaited<ReturnType<ReturnType<typeof createTestBrowser>['query']>>['body'] }) =>
  answer.body.error?.data?.shopCode

test('a guest has no choices and no browsers to tell', async () => {
  const guest = createTestBrowser(api)
  const answers = [
    await guest.query('store.notification.getPreferences'),
    await guest.mutate('store.notification.setPreference', { channel: 'sms', topic: 'shipping', wanted: false }),
    await guest.mutate('store.notification.savePushSubscription', newSubscription()),
    await guest.mutate('store.notification.removePushSubscription', { endpoint: newSubscription().endpoint }),
  ]
  expect(answers.map(answer => answer.status)).toEqual([401, 401, 401, 401])
  expect((await guest.query('store.notification.listOwn')).body.result?.data).toEqual({ messages: [] })
})

test('mails about money cannot be switched off; every other choice is kept, and is the caller’s own', async () => {
  const [{ browser, userId }, { browser: other }] = [await signUp(), await signUp()]
  const set = (channel: string, topic: string, wanted: boolean) =>
    browser.mutate('store.notification.setPreference', { channel, topic, wanted })
  expect(shopCode(await set('email', 'money', false))).toBe('invalid-input')
  expect(shopCode(await set('fax', 'orders', false))).toBe('invalid-input')
  expect(await api.db.notificationPreference.count({ where: { userId } })).toBe(0)
  expect((await set('sms', 'shipping', false)).status).toBe(200)
  expect((await set('sms', 'shipping', true)).status).toBe(200)
  const last = await set('email', 'orders', false)
  const read = await browser.query('store.notification.getPreferences')
  expect(read.body).toEqual(last.body)
  const off = { channel: 'email', topic: 'orders', wanted: false, locked: false }
  expect(read.body.result?.data?.preferences).toContainEqual(off)
  expect(read.body.result?.data?.preferences).toContainEqual({
    channel: 'email',
    topic: 'money',
    wanted: true,
    locked: true,
  })
  expect((await other.query('store.notification.getPreferences')).body.result?.data?.preferences).not.toContainEqual(
    off,
  )
})

test('a subscription at an address that is no push service is refused: the shop sends requests nowhere else', async () => {
  const { browser, userId } = await signUp()
  for (const endpoint of [
    'https://169.254.169.254/x',
    'http://localhost:1/push',
    'https://fcm.googleapis.com.evil.example/x',
    'ftp://x/y',
  ])
    expect(
      shopCode(await browser.mutate('store.notification.savePushSubscription', newSubscription({ endpoint }))),
    ).toBe('invalid-input')
  const { keys, ...rest } = newSubscription()
  for (const broken of [{ ...keys, auth: 'AAAA' }, { ...keys, p256dh: `${keys.p256dh}A` }, {}])
    expect(shopCode(await browser.mutate('store.notification.savePushSubscription', { ...rest, keys: broken }))).toBe(
      'invalid-input',
    )
  expect(await subscriptionsOf(userId)).toEqual([])
})

test('a browser is kept once; it goes over to whoever signs in there last, and only they can have it forgotten', async () => {
  const [first, second] = [await signUp(), await signUp()]
  const subscription = newSubscription()
  const save = (who: typeof first) => who.browser.mutate('store.notification.savePushSubscription', subscription)
  expect([(await save(first)).status, (await save(first)).status]).toEqual([200, 200])
  expect(await subscriptionsOf(first.userId)).toHaveLength(1)
  await save(second)
  expect(await subscriptionsOf(first.userId)).toEqual([])
  const { endpoint } = subscription
  expect((await first.browser.mutate('store.notification.removePushSubscription', { endpoint })).status).toBe(200)
  expect(await subscriptionsOf(second.userId)).toHaveLength(1)
  await second.browser.mutate('store.notification.removePushSubscription', { endpoint })
  expect(await subscriptionsOf(second.userId)).toEqual([])
})

test('one shopper has ten browsers at most; the oldest gives way', async () => {
  const { browser, userId } = await signUp()
  const subscriptions = Array.from({ length: 12 }, () => newSubscription())
  for (const subscription of subscriptions)
    await browser.mutate('store.notification.savePushSubscription', subscription)
  const kept = (await subscriptionsOf(userId)).map(row => row.endpoint)
  expect(kept.sort()).toEqual(
    subscriptions
      .slice(2)
      .map(({ endpoint }) => endpoint)
      .sort(),
  )
})

test('everybody may read the key to subscribe with', async () => {
  const answer = await createTestBrowser(api).query('store.notification.getPushConfig')
  expect(answer.body.result?.data).toEqual({ publicKey: testSecrets.VAPID_PUBLIC_KEY })
})

test('the caller sees the news of their own orders, one for each event, and nobody else’s', async () => {
  const { variantId } = await seedProductWithStock(api.db, { units: 10 })
  const [mine, stranger] = [createTestBrowser(api), createTestBrowser(api)]
  const { orderId } = await placeTestOrder(mine, variantId)
  await placeTestOrder(stranger, variantId)
  const row = { template: 'order-delivered', orderId, locale: 'ko', data: {}, eventId: newId('event', new Date()) }
  for (const [channel, status] of [
    ['email', 'SENT'],
    ['push', 'SKIPPED'],
    ['sms', 'SENT'],
  ] as const)
    await api.db.notification.create({
      data: { ...row, id: newId('notification', new Date()), channel, status, recipient: `${channel}-${orderId}` },
    })
  const { number } = await api.db.order.findUniqueOrThrow({ where: { id: orderId } })
  expect((await mine.query('store.notification.listOwn')).body.result?.data).toEqual({
    messages: [
      {
        eventId: row.eventId,
        template: 'order-delivered',
        orderId,
        orderNumber: String(number),
        at: expect.any(String),
        sentBy: ['email', 'sms'],
      },
    ],
  })
  expect((await stranger.query('store.notification.listOwn')).body.result?.data).toEqual({ messages: [] })
})
