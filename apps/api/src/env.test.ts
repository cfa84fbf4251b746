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
  SMS_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  SMS_AUTH_TOKEN: 'sms_token_123456',
  VAPID_PUBLIC_KEY: 'BNy6gGp5kEXdgJpMi1EHPRMhCbShxedpeDK_TOilRwzqPuhr-a4ywaoQ4P_JPOUqVxHLxSsACFRpMfo53LBpz8Y',
  VAPID_PRIVATE_KEY: 'Yl4T3BuBc1fjTyHSlMUaJxE6rRMytTWLsr6qxTyR-lA',
  DATA_PLATFORM_API_KEY: 'platform_1234567',
}

test('a complete environment is read, with the house defaults', () => {
  expect(readApiEnv(complete)).toMatchObject({
    API_PORT: 4000,
    WEB_URL: 'http://localhost:3000',
    RATE_LIMIT_CART_PER_MINUTE: 240,
    SMTP_URL: 'smtp://127.0.0.1:4425',
    PUSH_SERVICE_ORIGINS: ['http://127.0.0.1:4400', 'http://localhost:4400'],
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
  ['SMTP_URL', 'http://127.0.0.1:25'],
  ['SMS_ACCOUNT_SID', 'AC12'],
  ['SMS_FROM', '010-1234-5678'],
  ['VAPID_PRIVATE_KEY', 'short'],
  ['VAPID_PUBLIC_KEY', 'BFXoKG2cIHU0G-Uj1LxJ7A9fKmn-CRY3__d237Ul8qVGrLlx5OOc0j5SxH2Qh0NHuF0rATgSwSL-jw2_T44N6go'],
  ['VAPID_SUBJECT', 'orders'],
  ['PUSH_SERVICE_ORIGINS', 'localhost'],
  ['WEB_URL', 'localhost:3000'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', 'true'],
  ['OPERATOR_SECOND_FACTOR', 'yes'],
  ['OPERATOR_SECOND_FACTOR', 'admin,'],
  ['OPERATOR_SECOND_FACTOR', 'admin,shopper'],
  ['RATE_LIMIT_SIGN_IN_PER_MINUTE', '0'],
])('%s=%s is refused by name, without showing the value', (name, value) => {
  expect(() => readApiEnv({ ...complete, [name]: value })).toThrow(new RegExp(`${name} is wrong: `))
})

test.each([
  [{}, []],
  [{ WEB_URL: 'https://shop.example' }, ['support', 'finance', 'operations', 'admin']],
  [{ OPERATOR_SECOND_FACTOR: 'required' }, ['support', 'finance', 'operations', 'admin']],
  [{ WEB_URL: 'https://shop.example', OPERATOR_SECOND_FACTOR: 'optional' }, []],
  [{ OPERATOR_SECOND_FACTOR: 'finance, admin' }, ['finance', 'admin']],
])('with %o a second factor is needed by %o', (given, needed) => {
  expect(readApiEnv({ ...complete, ...given }).OPERATOR_SECOND_FACTOR).toEqual(needed)
})

test('only the listed proxies are trusted, ranges included', () => {
  const { TRUSTED_PROXIES: list } = readApiEnv({ ...complete, TRUSTED_PROXIES: '10.1.0.0/16, ::1' })
  expect(list.check('10.1.2.3', 'ipv4')).toBe(true)
  expect(list.check('10.2.0.1', 'ipv4')).toBe(false)
  expect(list.check('::1', 'ipv6')).toBe(true)
  expect(readApiEnv({ ...complete, TRUSTED_PROXIES: '' }).TRUSTED_PROXIES.check('127.0.0.1', 'ipv4')).toBe(false)
})
