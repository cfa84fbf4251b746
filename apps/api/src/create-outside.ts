import { createHttpCarrier } from '@makegood/adapters/carrier/http-carrier'
import { createHttpDataPlatform } from '@makegood/adapters/data-platform/http-data-platform'
import { createHttpSmsSender } from '@makegood/adapters/notify/http-sms-sender'
import { createSmtpMailer } from '@makegood/adapters/notify/smtp-mailer'
import { createWebPushSender } from '@makegood/adapters/notify/web-push-sender'
import { type BreakerOptions, defaultBreaker } from '@makegood/adapters/outside/create-guard'
import { createStripePaymentGateway } from '@makegood/adapters/payment/stripe-payment-gateway'
import type { OutsideName } from '@makegood/core/system/views'
import type { ApiEnv } from './env.ts'
import type { Circuits } from './watch/circuits.ts'

/** Every system outside that the shop talks to, each with its own time limit and circuit breaker; nothing connects yet. */
export const createOutside = (env: ApiEnv, circuits: Circuits) => {
  const breaker = (outside: OutsideName): BreakerOptions => ({ ...defaultBreaker, onChange: circuits.watch(outside) })
  return {
    gateway: createStripePaymentGateway({
      apiUrl: env.STRIPE_API_URL,
      secretKey: env.STRIPE_SECRET_KEY,
      breaker: breaker('gateway'),
    }),
    carrier: createHttpCarrier({
      apiUrl: env.CARRIER_API_URL,
      apiKey: env.CARRIER_API_KEY,
      breaker: breaker('carrier'),
    }),
    mailer: createSmtpMailer({ url: env.SMTP_URL, from: env.MAIL_FROM, breaker: breaker('mail') }),
    smsSender: createHttpSmsSender({
      apiUrl: env.SMS_API_URL,
      accountSid: env.SMS_ACCOUNT_SID,
      authToken: env.SMS_AUTH_TOKEN,
      from: env.SMS_FROM,
      breaker: breaker('sms'),
    }),
    pushSender: createWebPushSender({
      vapid: { subject: env.VAPID_SUBJECT, publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY },
      moreOrigins: env.PUSH_SERVICE_ORIGINS,
      breaker: breaker('push'),
    }),
    dataPlatform: createHttpDataPlatform({
      url: env.DATA_PLATFORM_URL,
      apiKey: env.DATA_PLATFORM_API_KEY,
      breaker: breaker('data-platform'),
    }),
  }
}
