import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  chargeCount,
  chargeParams,
  refusalOf,
  startTestSandbox,
  type TestSandbox,
  tokenOf,
} from '../../test/start-test-sandbox.ts'
import { startSandbox } from '../start-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterEach(async () => {
  await sandbox.ask('/sandbox/faults', { method: 'DELETE' })
})
afterAll(async () => await sandbox?.stop())

test('charged, then silence: the caller times out, one charge exists, and the same key is answered with it', async () => {
  const token = await tokenOf(sandbox, '4000990000000400')
  const once = { idempotencyKey: 'silent' }
  expect(await refusalOf(sandbox.stripe(300).paymentIntents.create(chargeParams('silent', token), once))).toMatchObject(
    {
      type: 'StripeConnectionError',
    },
  )
  const replayed = await sandbox.stripe().paymentIntents.create(chargeParams('silent', token), once)
  expect(replayed).toMatchObject({ status: 'succeeded', amount_received: 12_000 })
  expect(replayed.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': expect.stringMatching(/^req_/),
  })
  expect(await chargeCount(sandbox, 'silent')).toBe(1)
})

test('twenty requests of one key at once make one charge', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      sandbox.stripe().paymentIntents.create(chargeParams('crowd'), { idempotencyKey: 'crowd' }),
    ),
  )
  expect(answers.some(answer => answer.status === 'fulfilled')).toBe(true)
  for (const answer of answers) {
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  }
  expect(await chargeCount(sandbox, 'crowd')).toBe(1)
})

test('two processes that share the database make one charge of one key', async () => {
  // Slow on both, so that all four have looked for an earlier answer before the first one charges.
  await sandbox.setFaults({ payment: { mode: 'slow', delayMs: 300 } })
  const second = await startSandbox(sandbox.env, pino({ level: 'silent' }))
  const body = new URLSearchParams({
    amount: '900',
    currency: 'krw',
    confirm: 'true',
    payment_method: 'pm_card_visa',
    'metadata[orderId]': 'two',
  })
  const headers = { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}`, 'idempotency-key': 'two' }
  const answers = await Promise.all(
    [sandbox.url, second.url, sandbox.url, second.url].map(url =>
      fetch(`${url}/v1/payment_intents`, { method: 'POST', body, headers }),
    ),
  )
  const ids = await Promise.all(
    answers.filter(answer => answer.status === 200).map(async answer => ((await answer.json()) as { id: string }).id),
  )
  expect(new Set(ids).size).toBe(1)
  expect(await chargeCount(sandbox, 'two')).toBe(1)
  await second.stop()
})

test('a key that comes back with other parameters is an idempotency_error and charges nothing', async () => {
  await sandbox.stripe().paymentIntents.create(chargeParams('reused'), { idempotencyKey: 'reused' })
  const changed = { ...chargeParams('reused'), amount: 1 }
  expect(await refusalOf(sandbox.stripe().paymentIntents.create(changed, { idempotencyKey: 'reused' }))).toMatchObject({
    statusCode: 400,
    rawType: 'idempotency_error',
  })
  expect(
    await refusalOf(sandbox.stripe().refunds.create({ charge: 'ch_x' }, { idempotencyKey: 'reused' })),
  ).toMatchObject({
    rawType: 'idempotency_error',
  })
  expect(await chargeCount(sandbox, 'reused')).toBe(1)
})

test('while a request is worked on, its key is refused with 409, and answered afterwards', async () => {
  await sandbox.setFaults({ payment: { mode: 'slow', times: 1, delayMs: 300 } })
  const send = () => sandbox.stripe().paymentIntents.create(chargeParams('busy'), { idempotencyKey: 'busy' })
  const [first, second] = await Promise.allSettled([send(), send()])
  const refused = [first, second].find(each => each.status === 'rejected')
  expect(refused).toMatchObject({ reason: { statusCode: 409 } })
  expect((await send()).status).toBe('succeeded')
  expect(await chargeCount(sandbox, 'busy')).toBe(1)
})

test.each([
  ['4000000000000002', 'card_declined', 'generic_decline'],
  ['4000000000009995', 'card_declined', 'insufficient_funds'],
  ['4000000000000069', 'expired_card', 'expired_card'],
  ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
  ['4000002500003155', 'authentication_required', 'authentication_required'],
])('card %s is declined with %s, takes nothing, and a replay says the same', async (number, code, declineCode) => {
  const orderId = `declined-${number}`
  const token = await tokenOf(sandbox, number)
  const send = () =>
    refusalOf(sandbox.stripe().paymentIntents.create(chargeParams(orderId, token), { idempotencyKey: orderId }))
  const first = await send()
  expect(first).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode })
  expect(first.payment_intent).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code } })
  expect((await send()).payment_intent?.id).toBe(first.payment_intent?.id)
  expect(await chargeCount(sandbox, orderId)).toBe(0)
})

test('a card that fails once answers 500 before doing anything, then pays; one that always fails never pays', async () => {
  const once = await tokenOf(sandbox, '4000990000000509')
  const send = () => sandbox.stripe().paymentIntents.create(chargeParams('once', once), { idempotencyKey: 'once' })
  expect(await refusalOf(send())).toMatchObject({ statusCode: 500, type: 'StripeAPIError' })
  expect(await chargeCount(sandbox, 'once')).toBe(0)
  expect((await send()).status).toBe('succeeded')
  const always = await tokenOf(sandbox, '4000990000000517')
  for (const _ of [1, 2, 3]) {
    expect(await refusalOf(sandbox.stripe().paymentIntents.create(chargeParams('always', always)))).toMatchObject({
      statusCode: 500,
    })
  }
  expect(await chargeCount(sandbox, 'always')).toBe(0)
})

test('an intent is made, confirmed once, and cannot be confirmed or cancelled afterwards', async () => {
  const stripe = sandbox.stripe()
  const made = await stripe.paymentIntents.create({ amount: 700, currency: 'usd', metadata: { orderId: 'later' } })
  expect(made.status).toBe('requires_payment_method')
  const confirm = () => stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' })
  const both = await Promise.allSettled([confirm(), confirm()])
  expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await refusalOf(stripe.paymentIntents.cancel(made.id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
  expect(await stripe.paymentIntents.retrieve(made.id)).toMatchObject({ status: 'succeeded', amount_received: 700 })
  expect(await chargeCount(sandbox, 'later')).toBe(1)
})

test('a declined intent can be confirmed with another card; a cancelled one cannot', async () => {
  const stripe = sandbox.stripe()
  const made = await stripe.paymentIntents.create({
    amount: 700,
    currency: 'krw',
    payment_method: 'pm_card_chargeDeclined',
  })
  expect(await refusalOf(stripe.paymentIntents.confirm(made.id))).toMatchObject({ code: 'card_declined' })
  expect(await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' })).toMatchObject({
    status: 'succeeded',
  })
  const other = await stripe.paymentIntents.create({ amount: 700, currency: 'krw', payment_method: 'pm_card_visa' })
  expect(await stripe.paymentIntents.cancel(other.id)).toMatchObject({ status: 'canceled' })
  expect(await refusalOf(stripe.paymentIntents.confirm(other.id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
})

test.each([
  [{ amount: '0', currency: 'krw' }, 'amount', 'amount_too_small'],
  [{ amount: '-1', currency: 'krw' }, 'amount', 'amount_too_small'],
  [{ amount: '1.5', currency: 'krw' }, 'amount', 'parameter_invalid'],
  [{ amount: '100000000', currency: 'krw' }, 'amount', 'amount_too_large'],
  [{ amount: '1', currency: 'xyz' }, 'currency', 'parameter_invalid'],
  [{ currency: 'krw' }, 'amount', 'parameter_missing'],
  [{ amount: '1', currency: 'krw', capture_method: 'manual' }, 'capture_method', 'parameter_unknown'],
  [{ amount: '1', currency: 'krw', confirm: 'true', payment_method: 'pm_none' }, 'payment_method', 'resource_missing'],
])('%o is refused, naming %s', async (form, param, code) => {
  const body = new URLSearchParams(Object.entries(form))
  const headers = { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}` }
  const response = await sandbox.ask('/v1/payment_intents', { method: 'POST', body, headers })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param, code } })
})

test('charges are found by their group, newest first, and one by its id', async () => {
  const stripe = sandbox.stripe()
  const ids = []
  for (const n of [1, 2, 3]) {
    const paid = await stripe.paymentIntents.create({
      ...chargeParams('listed'),
      metadata: { orderId: 'listed', n: String(n) },
    })
    ids.unshift(paid.latest_charge)
  }
  const listed = await stripe.charges.list({ transfer_group: 'group-listed', limit: 2 })
  expect(listed).toMatchObject({ object: 'list', has_more: true })
  expect(listed.data.map(charge => charge.id)).toEqual(ids.slice(0, 2))
  expect(await stripe.charges.retrieve(String(ids[0]))).toMatchObject({
    metadata: { n: '3' },
    payment_method_details: { card: { last4: '4242' } },
  })
  expect(await refusalOf(stripe.charges.retrieve('ch_none'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
})

test('keys are checked: none, wrong, and a publishable one where a secret one belongs', async () => {
  expect((await sandbox.ask('/v1/charges')).status).toBe(401)
  expect(await refusalOf(sandbox.stripeWith('sk_test_wrong').charges.list())).toMatchObject({
    type: 'StripeAuthenticationError',
  })
  expect(await refusalOf(sandbox.stripeWith(sandbox.env.STRIPE_PUBLISHABLE_KEY).charges.list())).toMatchObject({
    code: 'secret_key_required',
  })
})

test('a path that the sandbox does not know is a Stripe-shaped 404', async () => {
  expect(await refusalOf(sandbox.stripe().customers.list())).toMatchObject({
    statusCode: 404,
    rawType: 'invalid_request_error',
  })
})

test('broken and oversized bodies are refused, not failed', async () => {
  const headers = { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}` }
  const big = await sandbox.ask('/v1/payment_intents', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ description: 'x'.repeat(200_000) }),
  })
  expect(big.status).toBe(413)
  const broken = await sandbox.ask('/v1/payment_intents', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{',
  })
  expect(broken.status).toBe(400)
  const nested = await sandbox.ask('/v1/payment_intents', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ 'metadata[__proto__][a]': '1', amount: '1', currency: 'krw' }),
  })
  expect(nested.status).toBeLessThan(500)
})
