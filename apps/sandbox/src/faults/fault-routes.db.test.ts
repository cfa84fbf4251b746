import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  chargeCount,
  chargeParams,
  refusalOf,
  startTestSandbox,
  type TestSandbox,
} from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const faults = async () =>
  ((await (await sandbox.ask('/sandbox/faults')).json()) as { faults: Record<string, unknown> }).faults
const charge = (orderId: string) =>
  sandbox.stripe().paymentIntents.create(chargeParams(orderId), { idempotencyKey: orderId })

test('a switch holds for as many requests as it says, and then all is well', async () => {
  await sandbox.setFaults({ payment: { mode: 'error500', times: 2 } })
  for (const left of [1, null]) {
    expect(await refusalOf(charge('times'))).toMatchObject({ statusCode: 500 })
    expect((await faults()).payment).toMatchObject(left === null ? { mode: 'ok' } : { mode: 'error500', times: left })
  }
  expect((await charge('times')).status).toBe('succeeded')
})

test('a switch without a number holds until it is taken back, also through a restart', async () => {
  await sandbox.setFaults({ payment: { mode: 'decline' } })
  await sandbox.restart()
  for (const n of [1, 2, 3]) expect(await refusalOf(charge(`held${n}`))).toMatchObject({ code: 'card_declined' })
  await sandbox.ask('/sandbox/faults', { method: 'DELETE' })
  expect((await charge('held4')).status).toBe('succeeded')
})

test('charge-then-timeout charges, cuts the connection after its delay, and answers the key when it is sent again', async () => {
  await sandbox.setFaults({ payment: { mode: 'charge-then-timeout', delayMs: 150 } })
  const body = new URLSearchParams({
    amount: '900',
    currency: 'krw',
    confirm: 'true',
    payment_method: 'pm_card_visa',
    'metadata[orderId]': 'cut',
  })
  const headers = { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}`, 'idempotency-key': 'cut' }
  const send = () => sandbox.ask('/v1/payment_intents', { method: 'POST', body, headers })
  await expect(send()).rejects.toThrow('fetch failed')
  expect(await (await send()).json()).toMatchObject({ status: 'succeeded' })
  expect(await chargeCount(sandbox, 'cut')).toBe(1)
  await sandbox.ask('/sandbox/faults', { method: 'DELETE' })
})

test('while the gateway answers 500, even a key that was answered before gets 500', async () => {
  await charge('down')
  await sandbox.setFaults({ payment: { mode: 'error500', times: 1 } })
  expect(await refusalOf(charge('down'))).toMatchObject({ statusCode: 500 })
  expect((await charge('down')).lastResponse.headers['idempotent-replayed']).toBe('true')
})

test.each([
  {},
  { payment: { mode: 'explode' } },
  { payment: { mode: 'slow', times: 0 } },
  { payment: { mode: 'slow', delayMs: 10_000_000 } },
  { refund: { mode: 'charge-then-timeout' } },
  { weather: { mode: 'ok' } },
  'decline',
])('%o is no switch: 400, and nothing is changed', async wrong => {
  const before = await faults()
  expect((await sandbox.setFaults(wrong)).status).toBe(400)
  expect(await faults()).toEqual(before)
})

test('charges are counted and listed by order', async () => {
  await charge('counted')
  await refusalOf(sandbox.stripe().paymentIntents.create(chargeParams('counted', 'pm_card_chargeDeclined')))
  const listed = await (await sandbox.ask('/sandbox/charges?orderId=counted')).json()
  expect(listed).toMatchObject({
    count: 1,
    failed: 1,
    charges: [{ status: 'failed' }, { status: 'succeeded', key: 'group-counted' }],
  })
  expect((await sandbox.ask('/sandbox/charges?surplus=1')).status).toBe(400)
})

test('a reset forgets charges, keys, events and switches', async () => {
  await charge('forgotten')
  await sandbox.setFaults({ payment: { mode: 'slow' } })
  expect((await sandbox.ask('/sandbox/reset', { method: 'POST' })).status).toBe(200)
  expect(await chargeCount(sandbox, 'forgotten')).toBe(0)
  expect((await faults()).payment).toMatchObject({ mode: 'ok' })
  expect((await charge('forgotten')).lastResponse.headers['idempotent-replayed']).toBeUndefined()
})
