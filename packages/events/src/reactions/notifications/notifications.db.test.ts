import { randomBytes } from 'node:crypto'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { expect, test, vi } from 'vitest'
import { useMessageStand } from '../../../test/message-stand.ts'
import { readShopEvents } from '../../../test/read-shop-events.ts'
import { reaction } from './notifications.ts'

const { db, deps, controls, subscribe } = useMessageStand()

const newAddress = () => `shopper-${randomBytes(6).toString('hex')}@example.com`
const confirm = async (order: Parameters<typeof confirmTestOrder>[1] = {}) => {
  const email = newAddress()
  const { orderId } = await confirmTestOrder(db(), { email, ...order })
  const events = await readShopEvents(db(), orderId)
  return { orderId, email: order.email ?? email, events }
}
const rowsOf = (orderId: string) =>
  db().notification.findMany({ where: { orderId }, orderBy: [{ template: 'asc' }, { channel: 'asc' }] })
const inboxOf = async (email: string) => (await controls().mailsTo(email)).mails
/** Numbers differ by order, so that a test reads only its own SMS. */
const withPhone = async (orderId: string): Promise<string> => {
  const digits = `010-${String(Math.floor(Math.random() * 1e4)).padStart(4, '0')}-${String(Math.floor(Math.random() * 1e4)).padStart(4, '0')}`
  await db().order.update({ where: { id: orderId }, data: { phone: digits } })
  return `+82${digits.slice(1).replaceAll('-', '')}`
}

test('while the mail server is down the order goes on and its mail waits with the reason', async () => {
  await controls().setFaults({ mail: { mode: 'down' } })
  const { orderId, email, events } = await confirm()
  await reaction.handle(deps(), events)
  const [row] = await rowsOf(orderId)
  expect(row).toMatchObject({ status: 'PENDING', attempts: 1, lastError: expect.stringMatching(/retryable|unknown/) })
  expect(row?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 20_000)
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId } })
  expect(order).toMatchObject({ status: 'CONFIRMED', needsAttention: false })
  expect(await inboxOf(email)).toEqual([])
})

test('a mailbox that does not exist is FAILED at once and listed with the reason; the order is untouched', async () => {
  const { orderId, events } = await confirm({ email: 'nobody@example.invalid' })
  await reaction.handle(deps(), events)
  expect(await rowsOf(orderId)).toMatchObject([
    { status: 'FAILED', attempts: 1, lastError: expect.stringMatching(/^address-rejected: .*550/), sentAt: null },
  ])
  expect(await db().incident.count({ where: { orderId } })).toBe(0)
})

test('nothing is told of an order before it is confirmed', async () => {
  const { orderId, email, events } = await confirm()
  const early = events.filter(({ name }) => !['order/confirmed', 'order/processed'].includes(name))
  expect(early.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['order/created', 'order/payment.requested', 'payment/completed']),
  )
  await reaction.handle(deps(), early)
  expect(await rowsOf(orderId)).toEqual([])
  expect(await inboxOf(email)).toEqual([])
})

test('a confirmed order has one mail in its language, told twice and at once', async () => {
  for (const [locale, subject, page] of [
    ['ko', /주문/, 'http://shop.test/orders/'],
    ['en', /[Oo]rder/, 'http://shop.test/en/orders/'],
  ] as const) {
    const { orderId, email, events } = await confirm({ locale })
    await Promise.all([reaction.handle(deps(), events), reaction.handle(deps(), [...events, ...events])])
    await reaction.handle(deps(), events)
    await vi.waitFor(async () => expect(await rowsOf(orderId)).toMatchObject([{ status: 'SENT' }]))
    const [mail, ...others] = await inboxOf(email)
    expect(others).toEqual([])
    expect(mail).toMatchObject({ received: 1, subject: expect.stringMatching(subject) })
    expect(mail?.text).toMatch(new RegExp(`${page}${orderId}\\?link=[\\w.-]+`))
    const { number } = await db().order.findUniqueOrThrow({ where: { id: orderId } })
    expect(mail?.subject).toContain(String(number))
    expect(mail?.text).toContain(locale === 'ko' ? '28,000원' : '₩28,000')
    expect((await rowsOf(orderId))[0]).toMatchObject({ ref: mail?.messageId, recipient: email, locale })
  }
})

test('shipping and delivery are told by mail, push and SMS; a guest has no push', async () => {
  const userId = await createTestShopper(db())
  const phone = await subscribe(userId)
  const { orderId, email } = await confirm({ userId })
  const number = await withPhone(orderId)
  await shipTestOrder(db(), orderId, 'delivered')
  await reaction.handle(deps(), await readShopEvents(db(), orderId, ['shipping/dispatched']))
  expect((await rowsOf(orderId)).map(row => [row.channel, row.status])).toEqual([
    ['email', 'SENT'],
    ['push', 'SENT'],
    ['sms', 'SENT'],
  ])
  const { trackingNo } = await db().shipment.findFirstOrThrow({ where: { orderId } })
  const [mail] = await inboxOf(email)
  for (const said of [trackingNo, `http://shop.test/orders/${orderId}`]) expect(mail?.text).toContain(said)
  const [sms] = (await controls().smsTo(number)).messages
  expect(sms?.body.endsWith(`http://shop.test/orders/${orderId}`)).toBe(true)
  expect(await phone.messages()).toMatchObject([{ url: `http://shop.test/orders/${orderId}` }])

  await reaction.handle(deps(), await readShopEvents(db(), orderId, ['shipping/delivered']))
  expect(await inboxOf(email)).toHaveLength(2)
  expect((await controls().smsTo(number)).count).toBe(2)
  expect(await phone.messages()).toHaveLength(2)

  const guest = await confirm()
  await shipTestOrder(db(), guest.orderId, 'handed-over')
  await reaction.handle(deps(), await readShopEvents(db(), guest.orderId, ['shipping/dispatched']))
  expect((await rowsOf(guest.orderId)).map(row => row.channel)).toEqual(['email', 'sms'])
})

test('what a shopper does not want is written down as skipped and not sent; a mail about money goes out all the same', async () => {
  const userId = await createTestShopper(db())
  const phone = await subscribe(userId)
  for (const channel of ['email', 'push', 'sms'])
    for (const topic of ['orders', 'shipping', 'money'])
      await db().notificationPreference.create({ data: { userId, channel, topic, wanted: false } })
  const { orderId, email, events } = await confirm({ userId })
  await shipTestOrder(db(), orderId, 'handed-over')
  await reaction.handle(deps(), [...events, ...(await readShopEvents(db(), orderId, ['shipping/dispatched']))])
  const rows = await rowsOf(orderId)
  expect(rows.map(row => row.channel)).toEqual(['email', 'push', 'email', 'push', 'sms'])
  expect(rows.every(row => row.status === 'SKIPPED' && row.lastError === 'not wanted' && row.attempts === 0)).toBe(true)
  expect(await inboxOf(email)).toEqual([])
  expect(await phone.messages()).toEqual([])

  const cancelled = { ...(events[0] ?? fail()), id: `evt_${orderId}`, name: 'order/cancelled' as const }
  await reaction.handle(deps(), [{ ...cancelled, payload: { orderId, reason: 'operator-cancelled' } }])
  expect(await inboxOf(email)).toHaveLength(1)
})

test('a browser that took its yes back is forgotten and skipped, the shopper’s others are told', async () => {
  const userId = await createTestShopper(db())
  const [gone, there] = [await subscribe(userId), await subscribe(userId)]
  await gone.end()
  const { orderId, events } = await confirm({ userId })
  await reaction.handle(deps(), events)
  const pushes = (await rowsOf(orderId)).filter(row => row.channel === 'push')
  expect(new Map(pushes.map(row => [row.recipient, row.status]))).toEqual(
    new Map([
      [gone.id, 'SKIPPED'],
      [there.id, 'SENT'],
    ]),
  )
  expect(await there.messages()).toHaveLength(1)
  expect((await db().pushSubscription.findMany({ where: { userId } })).map(row => row.id)).toEqual([there.id])
})

test('a browser in which somebody else has signed in meanwhile is not told', async () => {
  const [userId, otherId] = [await createTestShopper(db()), await createTestShopper(db())]
  const shared = await subscribe(userId)
  await controls().setFaults({ push: { mode: 'error500', times: 1 } })
  const { orderId, events } = await confirm({ userId })
  await reaction.handle(deps(), events)
  await db().pushSubscription.update({ where: { id: shared.id }, data: { userId: otherId } })
  await db().notification.updateMany({ where: { orderId }, data: { nextAttemptAt: new Date(0) } })
  await reaction.handle(deps(), [])
  expect((await rowsOf(orderId)).find(row => row.channel === 'push')).toMatchObject({ status: 'SKIPPED' })
  expect(await shared.messages()).toEqual([])
})

const fail = (): never => {
  throw new Error('the order has no events')
}
