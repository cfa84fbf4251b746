import { expect, test } from 'vitest'
import { readApiEnv } from './env.ts'

const complete = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/shop',
  REDIS_URL: 'redis://127.0.0.1:6379',
  INNGEST_EVENT_KEY: 'event-key',
  INNGEST_SIGNING_KEY: `signkey-prod-${'ab'.repeat(32)}`,
  BETTER_AUTH_SECRET: 'x'.repeat(32),
  STRIPE_SECRET_KEY: 'sk_test_12345678',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_12345678',
  STRIPE_WEBHOOK_SECRET: 'whsec_1234567890123456',
  CARRIER_API_KEY: 'carrier_12345678',
  CARRIER_WEBHOOK_SECRET: 'carriersec_12345',
}

test('a complete environment is read, with the house defaults', () => {
  expect(readApiEnv(complete)).toMatchObject({
    API_PORT: 4000,
    WEB_URL: 'http://localhost:3000',
    RATE_LIMIT_CART_PER_MINUTE: 240,
  })
})

test.each(Object.keys(complete))('without %s the start ends with a sentence that names it', name => {
  expect(() => readApiEnv({ ...complete, [name]: undefined })).toThrow(`${name} is missing: must`)
})

test.each([
  ['INNGEST_SIGNING_KEY', 'signkey-prod-short'],
  ['INNGEST_DEV', '1'],
  ['BETTER_AUTH_SECRET', 'too short'],
  ['STRIPE_WEBHOOK_SECRET', ''],
  ['CARRIER_API_KEY', 'too short'],
  ['CARRIER_WEBHOOK_SECRET', ''],
  ['WEB_URL', 'localhost:3000'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', 'true'],
  ['RATE_LIMIT_SIGN_IN_PER_MINUTE', '0'],
])('%s=%s is refused by name, without showing the value', (name, value) => {
  expect(() => readApiEnv({ ...complete, [name]: value })).toThrow(new RegExp(`${name} is wrong: `))
})

test('only the listed proxies are trusted, ranges included', () => {
  const { TRUSTED_PROXIES: list } = readApiEnv({ ...complete, TRUSTED_PROXIES: '10.1.0.0/16, ::1' })
  expect(list.check('10.1.2.3', 'ipv4')).toBe(true)
  expect(list.check('10.2.0.1', 'ipv4')).toBe(false)
  expect(list.check('::1', 'ipv6')).toBe(true)
  expect(readApiEnv({ ...complete, TRUSTED_PROXIES: '' }).TRUSTED_PROXIES.check('127.0.0.1', 'ipv4')).toBe(false)
})
