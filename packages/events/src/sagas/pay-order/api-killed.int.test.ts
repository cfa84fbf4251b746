import { newId } from '@makegood/core/ids'
import { openPayment } from '@makegood/db/payment/open-payment'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { spawnServer } from '../../../test/spawn-server.ts'
import { standKeys } from '../../../test/stand/keys.ts'
import { startStandEngine } from '../../../test/stand/start-engine.ts'
import { sandboxMain } from '../../../test/start-saga-stand.ts'

const apiMain = new URL('../../../../../apps/api/src/main.ts', import.meta.url).pathname

let shop: Awaited<ReturnType<typeof startShop>>

/** Engine, sandbox and api, each a process of its own: any of them can be killed. */
const startShop = async () => {
  const database = await createTestDatabase()
  const [engine, sandbox] = await Promise.all([
    startStandEngine(database),
    spawnServer({ file: process.execPath, args: [sandboxMain] }, 'SANDBOX_PORT', {
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_DATABASE_URL: database.url,
      PAYMENT_WEBHOOK_URL: 'http://127.0.0.1:9/nobody-listens',
      CARRIER_WEBHOOK_URL: 'http://127.0.0.1:9/nobody-listens',
      CARRIER_STEP_SECONDS: '0',
      ...standKeys,
    }),
  ])
  const api = await spawnServer({ file: process.execPath, args: [apiMain] }, 'API_PORT', apiUrl => ({
    ...standKeys,
    DATABASE_URL: database.url,
    REDIS_URL: process.env.TEST_REDIS_URL ?? '',
    INNGEST_BASE_URL: engine.url,
    STRIPE_API_URL: sandbox.url,
    CARRIER_API_URL: `${sandbox.url}/carrier`,
    API_URL: apiUrl,
    BETTER_AUTH_SECRET: 'a secret of the tests, long enough',
  }))
  const stop = async () => {
    await api.kill('SIGTERM')
    await Promise.all([engine.kill('SIGTERM'), sandbox.kill('SIGTERM')])
    await database.drop()
  }
  return { db: database.db, api, sandbox, stop }
}

beforeAll(async () => {
  shop = await startShop()
}, 60_000)
afterAll(() => shop.stop())

const waitForStatus = (orderId: string, status: string) =>
  vi.waitFor(
    async () => expect((await shop.db.order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe(status),
    { timeout: 60_000, interval: 20 },
  )

test('the api killed with -9 while it charges: after its restart the order is confirmed, with one charge', async () => {
  const order = await placeTestOrder(shop.db)
  await waitForStatus(order.orderId, 'STOCK_RESERVED')
  await fetch(`${shop.sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    body: JSON.stringify({ payment: { mode: 'slow', delayMs: 700, times: 1 } }),
    headers: { 'content-type': 'application/json' },
  })
  const paymentId = newId('payment', new Date())
  await openPayment(shop.db, { ...order, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  const charge = { sagaId_stepId: { sagaId: `pay-order:${paymentId}`, stepId: 'charge-card' } }
  await vi.waitFor(
    async () => expect((await shop.db.sagaStep.findUniqueOrThrow({ where: charge })).status).toBe('STARTED'),
    { timeout: 20_000, interval: 5 },
  )
  await shop.api.kill('SIGKILL')
  await shop.api.start()
  await waitForStatus(order.orderId, 'PREPARING')
  const charges = await fetch(`${shop.sandbox.url}/sandbox/charges?orderId=${order.orderId}`)
  expect(await charges.json()).toMatchObject({ count: 1, amountRefunded: 0 })
  expect((await shop.db.sagaStep.findUniqueOrThrow({ where: charge })).attempts).toBe(2)
}, 120_000)
