import type { Logger } from 'pino'
import { buildServer } from './build-server.ts'
import { createPool } from './database/create-pool.ts'
import { migrate } from './database/migrate.ts'
import { prune } from './database/prune.ts'
import type { Env } from './env.ts'
import { loadFaultSwitches } from './faults/fault-switches.ts'
import type { GatewayContext } from './gateway/gateway-context.ts'
import { createDeliveryStore } from './webhooks/delivery-store.ts'
import { createEventSender, deliveriesAtOnce } from './webhooks/event-sender.ts'
import { createPostPayload } from './webhooks/post-payload.ts'

const webhookTimeoutMs = 5000
const pruneEveryMs = 3_600_000
const lastDeliveriesMs = 2000

export type RunningSandbox = { readonly url: string; readonly stop: () => Promise<void> }

/** The composition root: everything is made here once and passed down. Resolves when the server listens. */
export const startSandbox = async (env: Env, log: Logger): Promise<RunningSandbox> => {
  const pool = createPool(env.SANDBOX_DATABASE_URL)
  pool.on('error', error => log.warn({ err: error }, 'an idle database connection broke'))
  try {
    const applied = await migrate(pool)
    if (applied.length > 0) log.info({ applied }, 'schema brought up to date')
    await prune(pool)

    const faults = await loadFaultSwitches(pool)
    const post = createPostPayload(env.PAYMENT_WEBHOOK_URL, {
      timeoutMs: webhookTimeoutMs,
      connections: deliveriesAtOnce,
    })
    const events = createEventSender({
      store: createDeliveryStore(pool),
      faults,
      post,
      secret: env.STRIPE_WEBHOOK_SECRET,
      log,
    })
    const publicUrl = env.GATEWAY_PUBLIC_URL ?? `http://localhost:${env.SANDBOX_PORT}`
    const closing = new AbortController()
    const context: GatewayContext = {
      pool,
      faults,
      events,
      keysInFlight: new Set(),
      closing: closing.signal,
      publicUrl,
    }
    const app = buildServer(context, {
      log,
      secretKey: env.STRIPE_SECRET_KEY,
      publishableKey: env.STRIPE_PUBLISHABLE_KEY,
      shopUrl: env.WEB_URL,
    })
    const url = await app.listen({ port: env.SANDBOX_PORT, host: env.HOST })
    await events.start()
    const pruning = setInterval(
      () => prune(pool).catch((error: unknown) => log.error({ err: error }, 'could not prune')),
      pruneEveryMs,
    )
    const stop = async (): Promise<void> => {
      clearInterval(pruning)
      closing.abort()
      await app.close()
      await events.stop(lastDeliveriesMs)
      await pool.end()
    }
    return { url, stop }
  } catch (error) {
    await pool.end()
    throw error
  }
}
