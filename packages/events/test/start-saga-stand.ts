import { createHttpCarrier } from '@makegood/adapters/carrier/http-carrier'
import { createHttpDataPlatform } from '@makegood/adapters/data-platform/http-data-platform'
import { createHttpSmsSender } from '@makegood/adapters/notify/http-sms-sender'
import { createSmtpMailer } from '@makegood/adapters/notify/smtp-mailer'
import { createWebPushSender } from '@makegood/adapters/notify/web-push-sender'
import { createStripePaymentGateway } from '@makegood/adapters/payment/stripe-payment-gateway'
import { policySchema, toPolicy } from '@makegood/core/policy'
import { createRedis } from '@makegood/db/redis/create-redis'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { serve } from 'inngest/node'
import { pino } from 'pino'
import { createInngest } from '../src/client.ts'
import { type ChangeSaga, createFunctions } from '../src/functions.ts'
import { createOutboxSender } from '../src/outbox/outbox-sender.ts'
import type { Deps } from '../src/saga/deps.ts'
import { findFreePort, spawnServer } from './spawn-server.ts'
import { actAsShop } from './stand/act-as-shop.ts'
import { controlSandbox } from './stand/control-sandbox.ts'
import { standKeys } from './stand/keys.ts'
import { startStandEngine } from './stand/start-engine.ts'
import { startShopServer } from './stand/start-shop-server.ts'

export const sandboxMain = new URL('../../../apps/sandbox/src/main.ts', import.meta.url).pathname

export type StandOptions = {
  /** Policy values by their env names. */
  readonly policy?: Readonly<Record<string, string>>
  /** Changes a saga before it is served: a step that fails, one step more. */
  readonly changeSaga?: ChangeSaga
  /** How long an outside call may take. */
  readonly timeoutMs?: number
}

/**
 * The sagas on real parts: the engine and the sandbox as processes of their own, Postgres, Redis, and this process serving
 * the shop's functions and taking its webhooks.
 */
export const startSagaStand = async (options: StandOptions = {}) => {
  const database = await createTestDatabase()
  const redis = createRedis(process.env.TEST_REDIS_URL ?? '', 'saga stand')
  const smtpPort = await findFreePort()
  let nudge: () => void = () => undefined
  const shop = await startShopServer(database.db, () => nudge())
  const [engine, sandbox] = await Promise.all([
    startStandEngine(database.url),
    spawnServer({ file: process.execPath, args: [sandboxMain] }, 'SANDBOX_PORT', url => ({
      SANDBOX_DATABASE_URL: database.url,
      GATEWAY_PUBLIC_URL: url,
      PAYMENT_WEBHOOK_URL: `${shop.url}/webhooks/payment`,
      CARRIER_WEBHOOK_URL: `${shop.url}/webhooks/carrier`,
      CARRIER_STEP_SECONDS: '0',
      SANDBOX_SMTP_PORT: String(smtpPort),
      ...standKeys,
    })),
  ])
  const logger = pino({ level: process.env.STAND_LOG_LEVEL ?? 'silent' })
  const inngest = createInngest({
    baseUrl: engine.url,
    eventKey: standKeys.INNGEST_EVENT_KEY,
    signingKey: standKeys.INNGEST_SIGNING_KEY,
    logger,
  })
  const outbox = createOutboxSender({ db: database.db, inngest, redis, logger })
  nudge = outbox.nudge
  const policy = toPolicy(policySchema.parse(options.policy ?? {}))
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${smtpPort}`, from: 'Makegood <orders@makegood.test>' })
  const { timeoutMs = 1000 } = options
  const deps: Deps = {
    db: database.db,
    redis,
    ...connectOutside(sandbox.url, timeoutMs),
    mailer,
    policy,
    webUrl: 'http://shop.test',
    logger,
    outbox,
  }
  const functions = createFunctions(inngest, deps, { changeSaga: options.changeSaga })
  await shop.serve(serve({ client: inngest, functions }))
  outbox.start()

  const stop = async () => {
    await outbox.stop()
    shop.stop()
    mailer.close()
    await Promise.all([engine.kill('SIGTERM'), sandbox.kill('SIGTERM')])
    redis.disconnect()
    await database.drop()
  }
  return {
    db: database.db,
    databaseUrl: database.url,
    deps,
    inngest,
    engine,
    sandbox,
    outbox,
    ...actAsShop(database.db, policy, outbox.nudge),
    ...controlSandbox(sandbox.url),
    loseWebhooksOf: shop.loseWebhooksOf,
    stop,
  }
}
export type SagaStand = Awaited<ReturnType<typeof startSagaStand>>

const connectOutside = (url: string, timeoutMs: number) => ({
  gateway: createStripePaymentGateway({ apiUrl: url, secretKey: standKeys.STRIPE_SECRET_KEY, timeoutMs }),
  carrier: createHttpCarrier({ apiUrl: `${url}/carrier`, apiKey: standKeys.CARRIER_API_KEY, timeoutMs }),
  smsSender: createHttpSmsSender({
    apiUrl: `${url}/sms`,
    accountSid: standKeys.SMS_ACCOUNT_SID,
    authToken: standKeys.SMS_AUTH_TOKEN,
    from: '+821000000000',
    timeoutMs,
  }),
  pushSender: createWebPushSender({
    vapid: {
      subject: 'mailto:orders@makegood.test',
      publicKey: standKeys.VAPID_PUBLIC_KEY,
      privateKey: standKeys.VAPID_PRIVATE_KEY,
    },
    moreOrigins: [url],
    timeoutMs,
  }),
  dataPlatform: createHttpDataPlatform({
    url: `${url}/data-platform`,
    apiKey: standKeys.DATA_PLATFORM_API_KEY,
    timeoutMs,
  }),
})
