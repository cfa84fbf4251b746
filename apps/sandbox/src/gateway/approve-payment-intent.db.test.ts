import { pino } from 'pino'
import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargeCount, refusalOf, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'
import { startSandbox } from '../start-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const back = 'http://localhost:3999/orders/ord_3ds?tab=pay'
const racesRun = 12
/** More than the sandbox has database connections. */
const crowd = 30

const waiting = (orderId: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  sandbox.stripe().paymentIntents.create({
    amount: 700,
    currency: 'krw',
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: back,
    metadata: { orderId },
    ...more,
  })
const decide = (id: string, decision: string, url = sandbox.url) =>
  fetch(`${url}/sandbox/approve/${id}`, {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  })
const wayBack = (id: string, status: string) => `${back}&payment_intent=${id}&redirect_status=${status}`

test('of an approval and a cancelling on two processes at once one wins, and both are told so', async () => {
  const second = await startSandbox(sandbox.env, pino({ level: 'silent' }))
  for (let race = 0; race < racesRun; race += 1) {
    const { id } = await waiting(`race${race}`)
    const [first, other] = race % 2 === 0 ? [sandbox.url, second.url] : [second.url, sandbox.url]
    const headers = { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}` }
    const [approved, cancelled] = await Promise.all([
      decide(id, 'approve', first),
      fetch(`${other}/v1/payment_intents/${id}/cancel`, { method: 'POST', headers }),
    ])
    const isPaid = cancelled.status === 400
    expect(approved.headers.get('location')).toBe(wayBack(id, isPaid ? 'succeeded' : 'failed'))
    expect(await chargeCount(sandbox, `race${race}`)).toBe(isPaid ? 1 : 0)
    expect(await sandbox.stripe().paymentIntents.retrieve(id)).toMatchObject({
      status: isPaid ? 'succeeded' : 'canceled',
    })
  }
  await second.stop()
})

test('a refusal leaves Stripe’s own error behind, no charge, and an intent that can be paid with another card', async () => {
  const { id } = await waiting('refused')
  expect((await decide(id, 'refuse')).headers.get('location')).toBe(wayBack(id, 'failed'))
  const refused = await sandbox.stripe().paymentIntents.retrieve(id)
  expect(refused).toMatchObject({
    status: 'requires_payment_method',
    next_action: null,
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  })
  expect(refused.last_payment_error).not.toHaveProperty('decline_code')
  expect(await chargeCount(sandbox, 'refused')).toBe(0)
  await sandbox.stripe().paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
  expect(await chargeCount(sandbox, 'refused')).toBe(1)
})

test('an intent that never asked for an approval has no page that charges it', async () => {
  const { id } = await sandbox.stripe().paymentIntents.create({ amount: 700, currency: 'krw' })
  expect((await decide(id, 'approve')).status).toBe(400)
  expect((await decide('pi_none', 'approve')).status).toBe(404)
  expect((await decide((await waiting('odd')).id, 'perhaps')).status).toBe(400)
})

test('more shoppers than database connections approve at once, and each is charged once', async () => {
  const intents = await Promise.all(Array.from({ length: crowd }, (_, n) => waiting(`crowd${n}`)))
  const answers = await Promise.all(intents.flatMap(({ id }) => [decide(id, 'approve'), decide(id, 'approve')]))
  expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 303))
  const counts = await Promise.all(intents.map((_, n) => chargeCount(sandbox, `crowd${n}`)))
  expect(counts).toEqual(intents.map(() => 1))
})

test('a card that needs approval leads to the page, is charged once the shopper approves, and the page leads back from then on', async () => {
  const intent = await waiting('approved')
  expect(intent).toMatchObject({ status: 'requires_action', next_action: { redirect_to_url: { return_url: back } } })
  const path = `/sandbox/approve/${intent.id}`
  expect(intent.next_action?.redirect_to_url?.url).toContain(path)
  expect(await (await sandbox.ask(path)).text()).toContain('700 KRW')
  expect((await decide(intent.id, 'approve')).headers.get('location')).toBe(wayBack(intent.id, 'succeeded'))
  expect((await decide(intent.id, 'refuse')).headers.get('location')).toBe(wayBack(intent.id, 'succeeded'))
  const again = await sandbox.ask(path)
  expect([again.status, again.headers.get('location')]).toEqual([303, wayBack(intent.id, 'succeeded')])
  expect(await chargeCount(sandbox, 'approved')).toBe(1)
})

test('an intent is cancelled once with its reason; a second cancelling is refused', async () => {
  const { id } = await waiting('cancelled')
  const cancelled = await sandbox.stripe().paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })
  expect(cancelled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned', next_action: null })
  expect(await refusalOf(sandbox.stripe().paymentIntents.cancel(id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
  expect((await decide(id, 'approve')).headers.get('location')).toBe(wayBack(id, 'failed'))
  expect(await chargeCount(sandbox, 'cancelled')).toBe(0)
})
