import type { Logger } from 'pino'
import { buildServer } from './build-server.ts'
import { createShipmentMover } from './carrier/create-shipment-mover.ts'
import { createPool } from './database/create-pool.ts'
import { migrate } from './database/migrate.ts'
import { prune } from './database/prune.ts'
import type { Env } from './env.ts'
import { loadFaultSwitches } from './faults/fault-switches.ts'
import { createRefundSettler } from './gateway/settle-refunds.ts'
import { type MailServer, startMailServer } from './messages/mail/start-mail-server.ts'
import type { SandboxContext } from './sandbox-context.ts'
import { createDeliveryStore } from './webhooks/delivery-store.ts'
import { createEventSender, deliveriesAtOnce } from './webhooks/event-sender.ts'
import { createPostPayload } from './webhooks/post-payload.ts'

const webhookTimeoutMs = 5000
const pruneEveryMs = 3_600_000
const lastDeliveriesMs = 2000

export type RunningSandbox = { readonly url: string; readonly smtpUrl: string; readonly stop: () => Promise<void> }

/** The composition root: everything is made here once and passed down. Resolves when the server listens. */
export const startSandbox = async (env: Env, log: Logger): Promise<RunningSandbox> => {
  const pool = createPool(env.SANDBOX_DATABASE_URL)
  pool.on('error', error => log.warn({ err: error }, 'an idle database connection broke'))
  let mailServer: MailServer | undefined
  try {
    const applied = await migrate(pool)
    if (applied.length > 0) log.info({ applied }, 'schema brought up to date')
    await prune(pool)

    const faults = await loadFaultSwitches(pool)
    const postTo = (url: string, signatureHeader: string) =>
      createPostPayload(url, { timeoutMs: webhookTimeoutMs, connections: deliveriesAtOnce, signatureHeader })
    const events = createEventSender({
      store: createDeliveryStore(pool, 'payment'),
      faults,
      faultTarget: 'webhook',
      post: postTo(env.PAYMENT_WEBHOOK_URL, 'stripe-signature'),
      secret: env.STRIPE_WEBHOOK_SECRET,
      log,
    })
    const carrierEvents = createEventSender({
      store: createDeliveryStore(pool, 'carrier'),
      faults,
      faultTarget: 'carrier-webhook',
      post: postTo(env.CARRIER_WEBHOOK_URL, 'carrier-signature'),
      secret: env.CARRIER_WEBHOOK_SECRET,
      log,
    })
    const publicUrl = env.GATEWAY_PUBLIC_URL ?? `http://localhost:${env.SANDBOX_PORT}`
    const closing = new AbortController()
    const shared = { pool, faults, closing: closing.signal, publicUrl }
    const context: SandboxContext = {
      gateway: { ...shared, events, keysInFlight: new Set() },
      carrier: { ...shared, events: carrierEvents, keysInFlight: new Set() },
      messages: shared,
    }
    const mover = createShipmentMover(context.carrier, env.CARRIER_STEP_SECONDS, log)
    const refundSettler = createRefundSettler(context.gateway, log)
    const app = buildServer(context, {
      log,
      secretKey: env.STRIPE_SECRET_KEY,
      publishableKey: env.STRIPE_PUBLISHABLE_KEY,
      shopUrl: env.WEB_URL,
      carrierKey: env.CARRIER_API_KEY,
      smsAccount: { sid: env.SMS_ACCOUNT_SID, token: env.SMS_AUTH_TOKEN },
      dataPlatformKey: env.DATA_PLATFORM_API_KEY,
    })
    mailServer = await startMailServer(context.messages, { port: env.SANDBOX_SMTP_PORT, log })
    const url = await app.listen({ port: env.SANDBOX_PORT, host: env.HOST })
    await Promise.all([events.start(), carrierEvents.start()])
    mover.start()
    refundSettler.start()
    const pruning = setInterval(
      () => prune(pool).catch((error: unknown) => log.error({ err: error }, 'could not prune')),
      pruneEveryMs,
    )
    const stop = async (): Promise<void> => {
      clearInterval(pruning)
      closing.abort()
      await Promise.all([app.close(), mailServer?.stop()])
      await Promise.all([mover.stop(), refundSettler.stop()])
      await Promise.all([events.stop(lastDeliveriesMs), carrierEvents.stop(lastDeliveriesMs)])
      await pool.end()
    }
    return { url, smtpUrl: mailServer.url, stop }
  } catch (error) {
    await mailServer?.stop()
    await pool.end()
    throw error
  }
}
