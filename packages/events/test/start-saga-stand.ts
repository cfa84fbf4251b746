import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createStripePaymentGateway } from '@makegood/adapters/payment/stripe-payment-gateway'
import { newId } from '@makegood/core/ids'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { policySchema, toPolicy } from '@makegood/core/policy'
import { openPayment } from '@makegood/db/payment/open-payment'
import { createRedis } from '@makegood/db/redis/create-redis'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { createServer } from 'inngest/node'
import { pino } from 'pino'
import { expect, vi } from 'vitest'
import { createInngest } from '../src/client.ts'
import { createFunctions } from '../src/functions.ts'
import { createOutboxSender } from '../src/outbox/outbox-sender.ts'
import { findFreePort, spawnServer } from './spawn-server.ts'

export const engineMain = new URL('../../engine/src/main.ts', import.meta.url).pathname
export const sandboxMain = new URL('../../../apps/sandbox/src/main.ts', import.meta.url).pathname
export const standKeys = {
  INNGEST_EVENT_KEY: 'event-key-of-the-tests',
  INNGEST_SIGNING_KEY: `signkey-prod-${'ab'.repeat(32)}`,
  STRIPE_SECRET_KEY: 'sk_test_sagastand12345678',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_sagastand12345678',
  STRIPE_WEBHOOK_SECRET: 'whsec_sagastand12345678',
  CARRIER_API_KEY: 'carrier_sagastand12345678',
  CARRIER_WEBHOOK_SECRET: 'carriersec_sagastand12345678',
  SMS_ACCOUNT_SID: `AC${'9'.repeat(32)}`,
  SMS_AUTH_TOKEN: 'sms_token_sagastand12345678',
  VAPID_PUBLIC_KEY: 'BNy6gGp5kEXdgJpMi1EHPRMhCbShxedpeDK_TOilRwzqPuhr-a4ywaoQ4P_JPOUqVxHLxSsACFRpMfo53LBpz8Y',
  VAPID_PRIVATE_KEY: 'Yl4T3BuBc1fjTyHSlMUaJxE6rRMytTWLsr6qxTyR-lA',
  DATA_PLATFORM_API_KEY: 'platform_sagastand12345678',
}

/**
 * The sagas on real parts: the engine and the sandbox gateway as processes of their own, Postgres, Redis, and this process
 * serving the shop's functions.
 */
export const startSagaStand = async () => {
  const database = await createTestDatabase()
  const redis = createRedis(process.env.TEST_REDIS_URL ?? '', 'saga stand')
  const smtpPort = await findFreePort()
  const [engine, sandbox] = await Promise.all([
    spawnServer(engineMain, 'INNGEST_PORT', { INNGEST_POSTGRES_URI: database.url, ...standKeys }),
    spawnServer(sandboxMain, 'SANDBOX_PORT', {
      SANDBOX_DATABASE_URL: database.url,
      PAYMENT_WEBHOOK_URL: 'http://127.0.0.1:9/nobody-listens',
      CARRIER_WEBHOOK_URL: 'http://127.0.0.1:9/nobody-listens',
      CARRIER_STEP_SECONDS: '0',
      SANDBOX_SMTP_PORT: String(smtpPort),
      ...standKeys,
    }),
  ])
  const logger = pino({ level: 'silent' })
  const inngest = createInngest({
    baseUrl: engine.url,
    eventKey: standKeys.INNGEST_EVENT_KEY,
    signingKey: standKeys.INNGEST_SIGNING_KEY,
    logger,
  })
  const outbox = createOutboxSender({ db: database.db, inngest, redis, logger })
  const gateway = createStripePaymentGateway({
    apiUrl: sandbox.url,
    secretKey: standKeys.STRIPE_SECRET_KEY,
    timeoutMs: 1000,
  })
  const deps = { db: database.db, redis, gateway, policy: toPolicy(policySchema.parse({})), logger, outbox }
  const server = createServer({ client: inngest, functions: createFunctions(inngest, deps) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const served = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`
  const registered = await fetch(served, { method: 'PUT', signal: AbortSignal.timeout(5000) })
  if (!registered.ok) throw new Error(`the functions could not be registered: ${await registered.text()}`)
  outbox.start()

  const statusOf = async (orderId: string) =>
    (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).status as OrderStatus

  /** Waits until the order is in this state; the bound is far above what it takes. */
  const waitForStatus = (orderId: string, status: OrderStatus, timeout = 30_000) =>
    vi.waitFor(async () => expect(await statusOf(orderId)).toBe(status), { timeout, interval: 20 })

  /** An order of one unit whose stock is put aside. */
  const reservedOrder = async () => {
    const order = await placeTestOrder(database.db)
    outbox.nudge()
    await waitForStatus(order.orderId, 'STOCK_RESERVED')
    return order
  }

  const pay = async (order: Awaited<ReturnType<typeof placeTestOrder>>, paymentMethod: string) => {
    const paymentId = newId('payment', new Date())
    await openPayment(database.db, { ...order, paymentId, paymentMethod })
    outbox.nudge()
    return paymentId
  }

  const askSandbox = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${sandbox.url}${path}`, { signal: AbortSignal.timeout(5000), ...init })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.json()
  }
  const setFaults = (faults: Record<string, { mode: string; times?: number; delayMs?: number }>) =>
    askSandbox('/sandbox/faults', {
      method: 'PUT',
      body: JSON.stringify(faults),
      headers: { 'content-type': 'application/json' },
    })
  const clearFaults = () => askSandbox('/sandbox/faults', { method: 'DELETE' })
  const chargesOf = async (orderId: string) =>
    (await askSandbox(`/sandbox/charges?orderId=${orderId}`)) as {
      count: number
      failed: number
      amountRefunded: number
    }

  const stop = async () => {
    await outbox.stop()
    server.closeAllConnections()
    server.close()
    await Promise.all([engine.kill('SIGTERM'), sandbox.kill('SIGTERM')])
    redis.disconnect()
    await database.drop()
  }
  return {
    db: database.db,
    engine,
    sandbox,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    secretKey: standKeys.STRIPE_SECRET_KEY,
    outbox,
    waitForStatus,
    reservedOrder,
    pay,
    setFaults,
    clearFaults,
    chargesOf,
    stop,
  }
}
