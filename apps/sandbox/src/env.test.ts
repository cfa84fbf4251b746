import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const good = {
  SANDBOX_DATABASE_URL: 'postgres://localhost/x',
  PAYMENT_WEBHOOK_URL: 'http://127.0.0.1:4000/webhooks/payment',
  STRIPE_SECRET_KEY: 'sk_test_12345678',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_12345678',
  STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
  CARRIER_API_KEY: 'carrier_12345678',
  CARRIER_WEBHOOK_SECRET: 'carriersec_12345',
  SMS_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  SMS_AUTH_TOKEN: 'sms_token_123456',
  DATA_PLATFORM_API_KEY: 'platform_1234567',
}

test('a complete environment is read with its defaults', () => {
  expect(readEnv(good)).toMatchObject({
    SANDBOX_PORT: 4400,
    HOST: '127.0.0.1',
    WEB_URL: 'http://localhost:3000',
    CARRIER_WEBHOOK_URL: 'http://127.0.0.1:4000/webhooks/carrier',
    CARRIER_STEP_SECONDS: 20,
    SANDBOX_SMTP_PORT: 4425,
  })
})

test.each([
  ['STRIPE_SECRET_KEY', 'sk_live_12345678', /STRIPE_SECRET_KEY must look like sk_test_/],
  ['STRIPE_SECRET_KEY', undefined, /STRIPE_SECRET_KEY is missing: it must look like sk_test_/],
  ['STRIPE_WEBHOOK_SECRET', '', /STRIPE_WEBHOOK_SECRET must look like whsec_/],
  ['SANDBOX_DATABASE_URL', 'mysql://localhost/x', /SANDBOX_DATABASE_URL must be the address of a Postgres database/],
  ['SANDBOX_PORT', '70000', /SANDBOX_PORT must be a port number/],
  ['SANDBOX_PORT', 'four', /SANDBOX_PORT must be a port number/],
  ['CARRIER_API_KEY', undefined, /CARRIER_API_KEY is missing: it must be the key that the shop shows the carrier/],
  ['CARRIER_WEBHOOK_SECRET', 'short', /CARRIER_WEBHOOK_SECRET must be the secret/],
  ['SANDBOX_SMTP_PORT', '-1', /SANDBOX_SMTP_PORT must be a port number/],
  ['SMS_ACCOUNT_SID', 'AC12', /SMS_ACCOUNT_SID must be AC and 32 hex digits/],
  ['DATA_PLATFORM_API_KEY', undefined, /DATA_PLATFORM_API_KEY is missing: it must be the key that the shop shows/],
  ['CARRIER_STEP_SECONDS', '-1', /CARRIER_STEP_SECONDS must be the seconds after which a parcel moves on/],
])('%s as %s stops the start with a sentence that names it', (name, value, sentence) => {
  expect(() => readEnv({ ...good, [name]: value })).toThrow(sentence)
})
