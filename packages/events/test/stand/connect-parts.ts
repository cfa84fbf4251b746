import { createHttpCarrier } from '@makegood/adapters/carrier/http-carrier'
import { createHttpDataPlatform } from '@makegood/adapters/data-platform/http-data-platform'
import { createHttpSmsSender } from '@makegood/adapters/notify/http-sms-sender'
import { createSmtpMailer } from '@makegood/adapters/notify/smtp-mailer'
import { createWebPushSender } from '@makegood/adapters/notify/web-push-sender'
import { createStripePaymentGateway } from '@makegood/adapters/payment/stripe-payment-gateway'
import { alertSchema, toAlertSettings } from '@makegood/core/alert/alert-settings'
import { policySchema, toPolicy } from '@makegood/core/policy'
import type { Db } from '@makegood/db/client'
import { createRedis } from '@makegood/db/redis/create-redis'
import { pino } from 'pino'
import { createInngest } from '../../src/client.ts'
import { createOutboxSender } from '../../src/outbox/outbox-sender.ts'
import type { Deps } from '../../src/saga/deps.ts'
import { standKeys } from './keys.ts'

/** Where the parts of a stand are. */
export type StandAddresses = {
  readonly redisUrl: string
  readonly engineUrl: string
  readonly sandboxUrl: string
  readonly smtpUrl: string
  /** Policy values by their env names. */
  readonly policy: Readonly<Record<string, string>>
  /** How long an outside call may take. */
  readonly timeoutMs: number
}

/** What the functions are made of, connected to the parts of a stand. */
export const connectParts = (db: Db, addresses: StandAddresses) => {
  const { redisUrl, engineUrl, sandboxUrl, smtpUrl, timeoutMs } = addresses
  const redis = createRedis(redisUrl, 'saga stand')
  const logger = pino({ level: 'silent' })
  const inngest = createInngest({
    baseUrl: engineUrl,
    eventKey: standKeys.INNGEST_EVENT_KEY,
    signingKey: standKeys.INNGEST_SIGNING_KEY,
    logger,
  })
  const outbox = createOutboxSender({ db, inngest, redis, logger })
  const mailer = createSmtpMailer({ url: smtpUrl, from: 'Makegood <orders@makegood.test>' })
  const deps: Deps = {
    db,
    redis,
    ...connectOutside(sandboxUrl, timeoutMs),
    mailer,
    policy: toPolicy(policySchema.parse(addresses.policy)),
    alerts: toAlertSettings(alertSchema.parse(addresses.policy)),
    engineQueue: async () => null,
    webUrl: 'http://shop.test',
    logger,
    outbox,
  }
  const close = async () => {
    await outbox.stop()
    mailer.close()
    redis.disconnect()
  }
  return { deps, inngest, outbox, close }
}

const connectOutside = (url: string, timeoutMs: number) => ({
  gateway: createStripePaymentGateway({ apiUrl: url, secretKey: standKeys.STRIPE_SECRET_KEY, timeoutMs }),
  carrier: createHttpCarrier({ apiUrl: `${url}/carrier`, apiKey: standKeys.CARRIER_API_KEY, timeoutMs }),
  smsSender: createHttpSmsSender({
    apiUrl: `${url}/sms`,
    accountSid: standKeys.SMS_ACCOUNT_SID,
    authToken: standKeys.SMS_AUTH_TOKEN,
    from: '+821000000000',
    timeoutMs,
  }),
  pushSender: createWebPushSender({
    vapid: {
      subject: 'mailto:orders@makegood.test',
      publicKey: standKeys.VAPID_PUBLIC_KEY,
      privateKey: standKeys.VAPID_PRIVATE_KEY,
    },
    moreOrigins: [url],
    timeoutMs,
  }),
  dataPlatform: createHttpDataPlatform({
    url: `${url}/data-platform`,
    apiKey: standKeys.DATA_PLATFORM_API_KEY,
    timeoutMs,
  }),
})
