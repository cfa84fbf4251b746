import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  chargeParams,
  refusalOf,
  startTestSandbox,
  type TestSandbox,
  webhookSecret,
} from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterEach(async () => await sandbox?.stop())

const events = () =>
  sandbox.receiver.received.map(hook => Stripe.webhooks.constructEvent(hook.body, hook.signature, webhookSecret))
const states = async () =>
  (
    await sandbox.database.query<{
      type: string
      attempts: number
      done: boolean
      gaveUp: boolean
      error: string | null
    }>(
      `select type, attempts, delivered_at is not null as done, given_up_at is not null as "gaveUp", last_error as error
       from sandbox.webhook_event order by id`,
    )
  ).rows
const heldOrDone = `select bool_and(held or delivered_at is not null) as settled from sandbox.webhook_event`
const allDelivered = async () => (await states()).every(event => event.done)

test('payment, decline and refund are each told once, signed so that Stripe’s SDK believes it', async () => {
  const paid = await sandbox.stripe().paymentIntents.create(chargeParams('told'))
  await refusalOf(sandbox.stripe().paymentIntents.create(chargeParams('told', 'pm_card_chargeDeclined')))
  await sandbox.stripe().refunds.create({ charge: String(paid.latest_charge), amount: 2000 })
  await expect.poll(allDelivered).toBe(true)
  const told = events()
  expect(told.map(event => event.type).sort()).toEqual([
    'charge.refunded',
    'payment_intent.payment_failed',
    'payment_intent.succeeded',
  ])
  expect(told.find(event => event.type === 'payment_intent.succeeded')?.data.object).toMatchObject({
    id: paid.id,
    latest_charge: paid.latest_charge,
    transfer_group: 'group-told',
    metadata: { orderId: 'told' },
  })
  expect(told.find(event => event.type === 'charge.refunded')?.data.object).toMatchObject({ amount_refunded: 2000 })
})

test('a replayed request tells nothing twice', async () => {
  const send = () => sandbox.stripe().paymentIntents.create(chargeParams('replayed'), { idempotencyKey: 'replayed' })
  await send()
  await send()
  await expect.poll(allDelivered).toBe(true)
  expect(events()).toHaveLength(1)
})

test('what the shop did not take is sent again with a new signature until it is taken', async () => {
  sandbox.receiver.answer.status = 503
  await sandbox.stripe().paymentIntents.create(chargeParams('again'))
  await expect.poll(async () => (await states())[0]?.error).toBe('answered 503')
  sandbox.receiver.answer.status = 200
  await expect.poll(allDelivered, { timeout: 6000 }).toBe(true)
  const [first, second] = events()
  expect(second?.id).toBe(first?.id)
})

test('a shop that hangs never slows the gateway, and holds at most eight deliveries', async () => {
  sandbox.receiver.answer.hang = true
  const started = performance.now()
  for (let n = 0; n < 40; n += 1) await sandbox.stripe().paymentIntents.create(chargeParams(`hang${n}`))
  expect(performance.now() - started).toBeLessThan(4000)
  expect(sandbox.receiver.received.length).toBeLessThanOrEqual(8)
}, 15_000)

test('more events than memory holds are all delivered', async () => {
  await Promise.all(
    Array.from({ length: 200 }, (_, n) => sandbox.stripe(10_000).paymentIntents.create(chargeParams(`many${n}`))),
  )
  await expect.poll(allDelivered, { timeout: 10_000 }).toBe(true)
  expect(new Set(events().map(event => event.id)).size).toBe(200)
}, 20_000)

test('what a stopped sandbox still owed is sent by the next one', async () => {
  sandbox.receiver.answer.status = 500
  await sandbox.stripe().paymentIntents.create(chargeParams('owed'))
  await expect.poll(async () => (await states())[0]?.attempts).toBe(1)
  sandbox.receiver.answer.status = 200
  await sandbox.restart()
  await expect.poll(allDelivered, { timeout: 4000 }).toBe(true)
})

test('after the last attempt an event is given up, with the reason kept', async () => {
  sandbox.receiver.answer.status = 500
  await sandbox.stripe().paymentIntents.create(chargeParams('given-up'))
  await expect.poll(async () => (await states())[0]?.attempts).toBe(1)
  await sandbox.database.query('update sandbox.webhook_event set attempts = 19, next_attempt_at = now()')
  await expect
    .poll(states, { timeout: 4000 })
    .toMatchObject([{ attempts: 20, gaveUp: true, done: false, error: 'answered 500' }])
})

test('the switch loses one event and doubles another', async () => {
  await sandbox.setFaults({ webhook: { mode: 'lost', times: 1 } })
  await sandbox.stripe().paymentIntents.create(chargeParams('lost'))
  await expect.poll(states).toMatchObject([{ gaveUp: true }])
  expect(events()).toHaveLength(0)
  await sandbox.setFaults({ webhook: { mode: 'duplicate', times: 1 } })
  await sandbox.stripe().paymentIntents.create(chargeParams('doubled'))
  await expect.poll(() => events().length).toBe(2)
  expect(new Set(events().map(event => event.id)).size).toBe(1)
})

const orders = () => events().map(event => Reflect.get(event.data.object, 'metadata').orderId)

test('an event that the switch holds back is overtaken by the next one, and each is sent once', async () => {
  await sandbox.setFaults({ webhook: { mode: 'reordered', delayMs: 60_000 } })
  for (const orderId of ['a', 'b', 'c', 'd']) {
    await sandbox.stripe().paymentIntents.create(chargeParams(orderId))
    await expect.poll(() => sandbox.database.query(heldOrDone).then(found => found.rows[0])).toEqual({ settled: true })
  }
  await expect.poll(orders, { timeout: 4000 }).toEqual(['b', 'a', 'd', 'c'])
  await expect.poll(allDelivered).toBe(true)
  expect(orders()).toHaveLength(4)
})

test('an event that nothing overtakes is sent after its delay', async () => {
  await sandbox.setFaults({ webhook: { mode: 'reordered', times: 1, delayMs: 300 } })
  await sandbox.stripe().paymentIntents.create(chargeParams('alone'))
  await expect.poll(orders, { timeout: 4000 }).toEqual(['alone'])
  await expect.poll(allDelivered).toBe(true)
})

test('an event that the switch delays is sent late, and the next ones go before it', async () => {
  await sandbox.setFaults({ webhook: { mode: 'delayed', times: 1, delayMs: 500 } })
  for (const orderId of ['late', 'next']) await sandbox.stripe().paymentIntents.create(chargeParams(orderId))
  await expect.poll(orders, { timeout: 4000 }).toEqual(['next', 'late'])
})

test('an event that is held back is sent by the next sandbox, and is not held again', async () => {
  await sandbox.setFaults({ webhook: { mode: 'delayed', delayMs: 100_000 } })
  await sandbox.stripe().paymentIntents.create(chargeParams('kept'))
  await expect.poll(() => sandbox.database.query(heldOrDone).then(found => found.rows[0])).toEqual({ settled: true })
  expect(orders()).toEqual([])
  await sandbox.restart()
  await expect.poll(orders, { timeout: 4000 }).toEqual(['kept'])
})
