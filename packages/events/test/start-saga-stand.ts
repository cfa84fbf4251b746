import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { serve } from 'inngest/node'
import { type ChangeSaga, createFunctions } from '../src/functions.ts'
import type { Deps } from '../src/saga/deps.ts'
import type { Participant } from '../src/saga/participant.ts'
import { findFreePort, type SpawnedServer, spawnServer } from './spawn-server.ts'
import { actAsShop } from './stand/act-as-shop.ts'
import { connectParts, type StandAddresses } from './stand/connect-parts.ts'
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
  /** What domains contribute to the sagas, where it is not what the shop has. */
  readonly participants?: readonly Participant<never>[]
  /** How long an outside call may take. */
  readonly timeoutMs?: number
  /** A module that serves the functions as a process of its own, which may be killed; without it this process does. */
  readonly functionsMain?: string
  /** Changes what the functions of this process are given, such as a gateway that fails. */
  readonly changeDeps?: (deps: Deps) => Deps
  /** A number of a Redis database that nobody else uses, where it shall be emptied. */
  readonly redisDatabase?: number
}

/**
 * The sagas on real parts: the engine and the sandbox as processes of their own, Postgres, Redis, and this process or
 * another serving the shop's functions; this one takes the webhooks.
 */
export const startSagaStand = async (options: StandOptions = {}) => {
  const database = await createTestDatabase()
  const smtpPort = await findFreePort()
  let nudge: () => void = () => undefined
  const shop = await startShopServer(database.db, () => nudge())
  const [engine, sandbox] = await Promise.all([
    startStandEngine(database),
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
  const addresses: StandAddresses = {
    redisUrl: redisUrlOf(options),
    engineUrl: engine.url,
    sandboxUrl: sandbox.url,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    policy: options.policy ?? {},
    timeoutMs: options.timeoutMs ?? 1000,
  }
  const { deps: ownDeps, inngest, outbox, close } = connectParts(database.db, addresses)
  const deps = options.changeDeps?.(ownDeps) ?? ownDeps
  nudge = outbox.nudge
  const app = await serveFunctions(options, { database, addresses, deps, inngest, shop })
  outbox.start()

  const stop = async () => {
    await app?.kill('SIGTERM')
    shop.stop()
    await close()
    await Promise.all([engine.kill('SIGTERM'), sandbox.kill('SIGTERM')])
    await database.drop()
  }
  return {
    db: database.db,
    databaseUrl: database.url,
    deps,
    inngest,
    engine,
    sandbox,
    /** The process that serves the functions, where it is another. */
    app,
    outbox,
    ...actAsShop(database.db, deps.policy, outbox.nudge),
    ...controlSandbox(sandbox.url),
    loseWebhooksOf: shop.loseWebhooksOf,
    registerFunctions: shop.register,
    stop,
  }
}

const redisUrlOf = ({ redisDatabase }: StandOptions): string => {
  const url = process.env.TEST_REDIS_URL ?? ''
  return redisDatabase === undefined ? url : new URL(`/${redisDatabase}`, url).href
}

export type SagaStand = Awaited<ReturnType<typeof startSagaStand>>

type Parts = Pick<ReturnType<typeof connectParts>, 'deps' | 'inngest'> & {
  readonly database: { readonly url: string }
  readonly addresses: StandAddresses
  readonly shop: Awaited<ReturnType<typeof startShopServer>>
}

const serveFunctions = async (options: StandOptions, parts: Parts): Promise<SpawnedServer | null> => {
  const { database, addresses, deps, inngest, shop } = parts
  if (options.functionsMain === undefined) {
    const functions = createFunctions(inngest, deps, options)
    await shop.serve(serve({ client: inngest, functions }))
    return null
  }
  const program = { file: process.execPath, args: [options.functionsMain] }
  const app = await spawnServer(program, 'APP_PORT', {
    APP_DATABASE_URL: database.url,
    APP_ADDRESSES: JSON.stringify(addresses),
  })
  const registered = await fetch(`${app.url}/api/inngest`, { method: 'PUT', signal: AbortSignal.timeout(10_000) })
  if (!registered.ok) throw new Error(`the functions could not be registered: ${await registered.text()}`)
  return app
}
