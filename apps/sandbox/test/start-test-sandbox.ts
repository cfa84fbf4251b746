import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { pino } from 'pino'
import Stripe from 'stripe'
import { type Env, readEnv } from '../src/env.ts'
import { startSandbox } from '../src/start-sandbox.ts'

export const webhookSecret = 'whsec_sandboxtest1234'
export const carrierKey = 'carrier_sandboxtest1234'
export const carrierWebhookSecret = 'carriersec_sandboxtest1234'
export const smsAccount = { sid: `AC${'5'.repeat(32)}`, token: 'sms_token_sandboxtest' }
export const dataPlatformKey = 'platform_sandboxtest1234'
const secretKey = 'sk_test_sandboxtest1234'
export const publishableKey = 'pk_test_sandboxtest1234'
export const shopOrigin = 'http://localhost:3999'

const createDatabase = async () => {
  const adminUrl = process.env.TEST_DATABASE_URL
  if (adminUrl === undefined)
    throw new Error('TEST_DATABASE_URL is missing: it should name a database server that tests may use.')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const name = `sandbox_${process.pid}_${Date.now().toString(36)}${Math.floor(Math.random() * 1000)}`
  await admin.query(`create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const drop = async () => {
    await admin.query(`drop database ${name}`)
    await admin.end()
  }
  return { url: url.href, drop }
}

type Hook = { readonly body: string; readonly signature: string }

/** A receiver of webhooks that answers what the test says, 200 at first. */
const startReceiver = async (name: 'payment' | 'carrier', signatureHeader: string) => {
  const received: Hook[] = []
  const answer = { status: 200, hang: false }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    received.push({ body: Buffer.concat(parts).toString(), signature: String(request.headers[signatureHeader]) })
    if (!answer.hang) response.writeHead(answer.status).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { received, answer, url: `http://127.0.0.1:${port}/webhooks/${name}`, stop }
}

/** A sandbox of its own for one test file: own database, own receiver, Stripe's SDK pointed at it, and all that it logs. */
export const startTestSandbox = async (more: Partial<Record<keyof Env, string>> = {}) => {
  const database = await createDatabase()
  const receiver = await startReceiver('payment', 'stripe-signature')
  const carrierReceiver = await startReceiver('carrier', 'carrier-signature')
  const logged: string[] = []
  const env = readEnv({
    SANDBOX_PORT: '0',
    SANDBOX_SMTP_PORT: '0',
    SANDBOX_DATABASE_URL: database.url,
    WEB_URL: shopOrigin,
    PAYMENT_WEBHOOK_URL: receiver.url,
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    CARRIER_API_KEY: carrierKey,
    CARRIER_WEBHOOK_URL: carrierReceiver.url,
    CARRIER_WEBHOOK_SECRET: carrierWebhookSecret,
    CARRIER_STEP_SECONDS: '0',
    SMS_ACCOUNT_SID: smsAccount.sid,
    SMS_AUTH_TOKEN: smsAccount.token,
    DATA_PLATFORM_API_KEY: dataPlatformKey,
    ...more,
  })
  const log = pino({ level: 'debug' }, { write: line => logged.push(line) })
  let running = await startSandbox(env, log)
  const port = () => Number(new URL(running.url).port)
  const stripeWith = (key: string, timeout = 2000) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port: port(),
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
      timeout,
    })
  const database_ = new pg.Pool({ connectionString: database.url, max: 2 })

  return {
    get url() {
      return running.url
    },
    get smtpUrl() {
      return running.smtpUrl
    },
    env,
    logged,
    receiver,
    carrierReceiver,
    database: database_,
    stripe: (timeout?: number) => stripeWith(secretKey, timeout),
    stripeWith,
    restart: async () => {
      await running.stop()
      running = await startSandbox(env, log)
    },
    ask: async (path: string, init: RequestInit = {}) =>
      await fetch(`${running.url}${path}`, { signal: AbortSignal.timeout(5000), redirect: 'manual', ...init }),
    setFaults: async (faults: unknown) =>
      await fetch(`${running.url}/sandbox/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      }),
    stop: async () => {
      await running.stop()
      await receiver.stop()
      await carrierReceiver.stop()
      await database_.end()
      await database.drop()
    },
  }
}
export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>

export const cardForm = (number: string, more: Record<string, string> = {}) =>
  new URLSearchParams({
    type: 'card',
    'card[number]': number,
    'card[exp_month]': '12',
    'card[exp_year]': '2040',
    'card[cvc]': '123',
    ...more,
  })

/** Makes a card into a token the way the shopper's browser does. */
export const tokenOf = async (sandbox: TestSandbox, number: string): Promise<string> => {
  const headers = { authorization: `Bearer ${publishableKey}`, origin: shopOrigin }
  const response = await sandbox.ask('/v1/payment_methods', { method: 'POST', body: cardForm(number), headers })
  return ((await response.json()) as { id: string }).id
}

export const chargeParams = (orderId: string, paymentMethod = 'pm_card_visa'): Stripe.PaymentIntentCreateParams => ({
  amount: 12_000,
  currency: 'krw',
  payment_method: paymentMethod,
  confirm: true,
  error_on_requires_action: true,
  transfer_group: `group-${orderId}`,
  metadata: { orderId },
})

export const chargeCount = async (sandbox: TestSandbox, orderId: string): Promise<number> => {
  const response = await sandbox.ask(`/sandbox/charges?orderId=${orderId}`)
  return ((await response.json()) as { count: number }).count
}

/** The error that Stripe's SDK throws. */
export const refusalOf = async (work: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  try {
    await work
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('was not refused')
}
