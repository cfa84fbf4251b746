import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureKeys } from './keys.ts'
import { buildEnvironment } from './process-env.ts'

const dir = mkdtempSync(join(tmpdir(), 'makegood-env-'))
const { keys } = ensureKeys(dir)
rmSync(dir, { recursive: true })
const addresses = {
  ports: { web: 1, api: 2, sandbox: 3, engine: 4, postgres: 5, redis: 6, smtp: 7 },
  host: '127.0.0.1',
  databaseUrl: 'postgres://a:b@127.0.0.1:5/makegood',
  redisUrl: 'redis://127.0.0.1:6',
}

test('addresses follow from the chosen ports', () => {
  const env = buildEnvironment({}, keys, addresses)
  expect(env).toMatchObject({
    WEB_URL: 'http://localhost:1',
    API_URL: 'http://127.0.0.1:2',
    PAYMENT_WEBHOOK_URL: 'http://127.0.0.1:2/webhooks/payment',
    STRIPE_API_URL: 'http://127.0.0.1:3',
    CARRIER_API_URL: 'http://127.0.0.1:3/carrier',
    CARRIER_WEBHOOK_URL: 'http://127.0.0.1:2/webhooks/carrier',
    SANDBOX_SMTP_PORT: '7',
    SMTP_URL: 'smtp://127.0.0.1:7',
    SMS_API_URL: 'http://127.0.0.1:3/sms',
    PUSH_SERVICE_ORIGINS: 'http://127.0.0.1:3,http://localhost:3',
    DATA_PLATFORM_URL: 'http://127.0.0.1:3/data-platform',
    INNGEST_BASE_URL: 'http://127.0.0.1:4',
    INNGEST_POSTGRES_URI: addresses.databaseUrl,
  })
})

test('what the person has set wins over what follows, keys and addresses alike', () => {
  const set = { STRIPE_SECRET_KEY: 'sk_test_mine1234', INNGEST_BASE_URL: 'http://elsewhere:8288' }
  expect(buildEnvironment(set, keys, addresses)).toMatchObject(set)
})

test('signatures cannot be turned off from outside, and the Postgres password goes to no process', () => {
  const env = buildEnvironment({ INNGEST_DEV: '1' }, keys, addresses)
  expect(env).not.toHaveProperty('INNGEST_DEV')
  expect(env).not.toHaveProperty('POSTGRES_PASSWORD')
})
