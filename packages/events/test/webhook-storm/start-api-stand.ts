import { policySchema, toPolicy } from '@makegood/core/policy'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { findFreePort, spawnServer } from '../spawn-server.ts'
import { actAsShop } from '../stand/act-as-shop.ts'
import { controlSandbox } from '../stand/control-sandbox.ts'
import { standKeys } from '../stand/keys.ts'
import { startStandEngine } from '../stand/start-engine.ts'
import { sandboxMain } from '../start-saga-stand.ts'
import { collectWebhooks } from './collect-webhooks.ts'

const apiMain = new URL('../../../../apps/api/src/main.ts', import.meta.url).pathname

/** Engine, sandbox and the api itself, each a process of its own; what the sandbox tells by webhook is kept from the api. */
export const startApiStand = async () => {
  const database = await createTestDatabase()
  const outside = await collectWebhooks()
  const smtpPort = String(await findFreePort())
  const [engine, sandbox] = await Promise.all([
    startStandEngine(database),
    spawnServer({ file: process.execPath, args: [sandboxMain] }, 'SANDBOX_PORT', url => ({
      SANDBOX_DATABASE_URL: database.url,
      GATEWAY_PUBLIC_URL: url,
      PAYMENT_WEBHOOK_URL: `${outside.url}/payment`,
      CARRIER_WEBHOOK_URL: `${outside.url}/carrier`,
      CARRIER_STEP_SECONDS: '0',
      SANDBOX_SMTP_PORT: smtpPort,
      ...standKeys,
    })),
  ])
  const api = await spawnServer({ file: process.execPath, args: [apiMain] }, 'API_PORT', url => ({
    ...standKeys,
    DATABASE_URL: database.url,
    REDIS_URL: process.env.TEST_REDIS_URL ?? '',
    INNGEST_BASE_URL: engine.url,
    STRIPE_API_URL: sandbox.url,
    CARRIER_API_URL: `${sandbox.url}/carrier`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SMS_API_URL: `${sandbox.url}/sms`,
    DATA_PLATFORM_URL: `${sandbox.url}/data-platform`,
    API_URL: url,
    BETTER_AUTH_SECRET: 'a secret of the tests, long enough',
  }))
  return {
    db: database.db,
    apiUrl: api.url,
    collected: outside.collected,
    // The api's own relay sends what is committed here, within a second.
    ...actAsShop(database.db, toPolicy(policySchema.parse({})), () => undefined),
    ...controlSandbox(sandbox.url),
    stop: async () => {
      await api.kill('SIGTERM')
      await Promise.all([engine.kill('SIGTERM'), sandbox.kill('SIGTERM')])
      outside.stop()
      await database.drop()
    },
  }
}
export type ApiStand = Awaited<ReturnType<typeof startApiStand>>
