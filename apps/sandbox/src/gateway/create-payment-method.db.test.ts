import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  cardForm,
  publishableKey,
  shopOrigin,
  startTestSandbox,
  type TestSandbox,
  tokenOf,
} from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const post = async (form: URLSearchParams, key = publishableKey) =>
  await sandbox.ask('/v1/payment_methods', {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${key}`, origin: shopOrigin },
  })

test('the number of a card is nowhere afterwards: not in an answer, the database or the log', async () => {
  const number = '5555555555554444'
  const answered = await (await post(cardForm(number))).text()
  const refused = await (await post(cardForm(number, { 'card[cvc]': 'x', surplus: number }))).text()
  await sandbox
    .stripe()
    .paymentIntents.create({ amount: 1, currency: 'krw', confirm: true, payment_method: JSON.parse(answered).id })
  const rows = await sandbox.database.query<{ row: string }>(`
    select to_json(m)::text as row from sandbox.payment_method m union all select object::text from sandbox.charge
    union all select body from sandbox.recorded_answer union all select payload from sandbox.webhook_event`)
  expect(rows.rows.length).toBeGreaterThan(3)
  for (const text of [answered, refused, ...rows.rows.map(row => row.row), ...sandbox.logged])
    expect(text).not.toContain(number)
})

test('only the shop’s origin may make tokens from a browser', async () => {
  const preflight = await sandbox.ask('/v1/payment_methods', {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe(shopOrigin)
  expect((await post(cardForm('4242424242424241'))).headers.get('access-control-allow-origin')).toBe(shopOrigin)
})

test('a token is not made without a key', async () => {
  expect((await post(cardForm('4242424242424242'), 'pk_test_wrong123')).status).toBe(401)
})

test('a wrong card is refused in Stripe’s shape', async () => {
  const response = await post(cardForm('4242424242424241'))
  expect(response.status).toBe(402)
  expect(await response.json()).toMatchObject({
    error: { type: 'card_error', code: 'incorrect_number', param: 'number' },
  })
})

test('a missing number is refused by its name', async () => {
  const response = await post(new URLSearchParams({ type: 'card', 'card[exp_month]': '1', 'card[exp_year]': '2040' }))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { code: 'parameter_missing', param: 'card[number]' } })
})

test('a card is good for one successful charge, as at Stripe, and for another try after a decline of the gateway', async () => {
  const token = await tokenOf(sandbox, '4242424242424242')
  const params = { amount: 100, currency: 'krw', confirm: true, payment_method: token }
  await sandbox.setFaults({ payment: { mode: 'decline', times: 1 } })
  await expect(sandbox.stripe().paymentIntents.create(params)).rejects.toMatchObject({ code: 'card_declined' })
  await sandbox.stripe().paymentIntents.create(params)
  await expect(sandbox.stripe().paymentIntents.create(params)).rejects.toThrow(/previously used/)
})
