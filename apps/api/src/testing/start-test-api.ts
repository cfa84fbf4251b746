import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '@makegood/db/client'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import type { FastifyInstance } from 'fastify'
import { type ApiContext, createContext } from '../context.ts'
import { createApp } from '../create-app.ts'
import { readApiEnv } from '../env.ts'
import { createLogger } from '../log/create-logger.ts'
import { createLogCapture } from './log-capture.ts'

export type TestApi = {
  readonly url: string
  readonly db: Db
  readonly api: ApiContext
  readonly app: FastifyInstance
  /** Everything the process has logged so far. */
  readonly logged: () => string
  readonly stop: () => Promise<void>
}

const stopWithinMs = 2000

export const testSecrets = {
  INNGEST_SIGNING_KEY: `signkey-prod-${'0123456789abcdef'.repeat(4)}`,
  STRIPE_WEBHOOK_SECRET: 'whsec_of_the_tests_0001',
  CARRIER_API_KEY: 'carrier_of_the_tests_0001',
  CARRIER_WEBHOOK_SECRET: 'carriersec_of_the_tests_0001',
  SMS_ACCOUNT_SID: `AC${'3'.repeat(32)}`,
  SMS_AUTH_TOKEN: 'sms_token_of_the_tests_0001',
  VAPID_PUBLIC_KEY: 'BNy6gGp5kEXdgJpMi1EHPRMhCbShxedpeDK_TOilRwzqPuhr-a4ywaoQ4P_JPOUqVxHLxSsACFRpMfo53LBpz8Y',
  VAPID_PRIVATE_KEY: 'Yl4T3BuBc1fjTyHSlMUaJxE6rRMytTWLsr6qxTyR-lA',
  DATA_PLATFORM_API_KEY: 'platform_of_the_tests_0001',
}

/** The real server on a free port with a database of its own; events stay in the outbox. Needs the test Postgres and Redis. */
export const startTestApi = async (overrides: Record<string, string> = {}): Promise<TestApi> => {
  const redisUrl = process.env.TEST_REDIS_URL
  if (!redisUrl) throw new Error('TEST_REDIS_URL is missing: run the tests with `npm test`, which brings its own Redis')
  const database = await createTestDatabase()
  const uploadsDir = await mkdtemp(join(tmpdir(), 'makegood-uploads-'))
  const env = readApiEnv({
    UPLOADS_DIR: uploadsDir,
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    API_PORT: '0',
    WEB_URL: 'http://shop.test',
    INNGEST_EVENT_KEY: 'event-key-of-the-tests',
    BETTER_AUTH_SECRET: 'q8Jx2vR7mT4zK9wB1nL6pD3sF5hG0cYe',
    STRIPE_SECRET_KEY: 'sk_test_ofthetests01',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_ofthetests01',
    RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000',
    RATE_LIMIT_SIGN_UP_PER_HOUR: '1000',
    RATE_LIMIT_MAIL_LINK_PER_HOUR: '1000',
    RATE_LIMIT_CHECKOUT_PER_MINUTE: '1000',
    RATE_LIMIT_CART_PER_MINUTE: '1000',
    OPERATOR_SECOND_FACTOR: 'optional',
    ...testSecrets,
    ...overrides,
  })
  const { destination, logged } = createLogCapture()
  const context = createContext(env, createLogger('debug', destination))
  const outbox = { nudge: () => undefined, start: () => undefined, stop: async () => undefined }
  const api = { ...context, outbox }
  const app = await createApp(api)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    db: database.db,
    api,
    app,
    logged,
    stop: async () => {
      // As the process itself: who is still sending when it stops is cut off.
      const cut = setTimeout(() => app.server.closeAllConnections(), stopWithinMs)
      await app.close()
      clearTimeout(cut)
      await api.close()
      await database.drop()
      await rm(uploadsDir, { recursive: true, force: true })
    },
  }
}
