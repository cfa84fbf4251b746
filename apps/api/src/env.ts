import { createECDH } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { join } from 'node:path'
import { alertSchema } from '@makegood/core/alert/alert-settings'
import { policySchema } from '@makegood/core/policy'
import { readEnv } from '@makegood/core/read-env'
import { operatorRoles } from '@makegood/core/team/inputs'
import { z } from 'zod'

const port = (fallback: number) =>
  z.coerce.number('must be a port number').int().min(0, 'must be a port number').max(65535).default(fallback)
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address such as http://localhost:3000' })
const limit = (fallback: number) => z.coerce.number('must be a whole number').int().positive().default(fallback)

const vapidKey = (which: 'public' | 'private', length: number) =>
  z
    .base64url(`must be the ${which} key of a VAPID pair`)
    .length(length, `must be the ${which} key of a VAPID pair, ${length} characters of base64url`)

function isVapidPair(publicKey: string, privateKey: string): boolean {
  const pair = createECDH('prime256v1')
  try {
    pair.setPrivateKey(privateKey, 'base64url')
  } catch {
    return false
  }
  return pair.getPublicKey('base64url') === publicKey
}

const toOrigin = (url: string): string => new URL(url).origin

const isHttpUrl = (text: string): boolean => httpUrl.safeParse(text).success

const secondFactorRoles = z
  .string()
  .transform((text): readonly string[] => {
    if (text === 'required') return operatorRoles
    return text === 'optional' ? [] : text.split(',').map(role => role.trim())
  })
  .refine(
    given => given.every(role => operatorRoles.some(known => known === role)),
    'must be required, optional or roles such as finance,admin',
  )

const originList = z
  .string()
  .transform(text => text.split(',').flatMap(entry => entry.trim() || []))
  .refine(entries => entries.every(isHttpUrl), 'must be a comma-separated list of http or https addresses')
  .transform(entries => entries.map(toOrigin))

/** A list of addresses and CIDR ranges, checked at start: a wrong entry must not silently trust everyone or no one. */
const addressList = z
  .string()
  .transform(text => text.split(',').flatMap(entry => entry.trim() || []))
  .refine(entries => entries.every(isAddressOrRange), 'must be a comma-separated list of IP addresses or CIDR ranges')
  .transform(toBlockList)

function isAddressOrRange(entry: string): boolean {
  const [address = '', bits] = entry.split('/')
  const family = isIP(address)
  if (family === 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function toBlockList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    list.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family)
  }
  return list
}

const entries = policySchema.extend(alertSchema.shape).extend({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be the postgres:// address of the shop database' }),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }),
  POOL_MAX: z.coerce.number('must be a whole number').int().min(2).max(200).default(12),
  HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: port(4000),
  API_URL: httpUrl.default('http://localhost:4000').transform(toOrigin),
  WEB_URL: httpUrl.default('http://localhost:3000').transform(toOrigin),
  GATEWAY_PUBLIC_URL: httpUrl.default('http://localhost:4400'),
  INNGEST_BASE_URL: httpUrl.default('http://127.0.0.1:8288'),
  INNGEST_EVENT_KEY: z.string('must be the event key of the engine').min(8, 'must be the event key of the engine'),
  INNGEST_SIGNING_KEY: z
    .string('must be the signing key of the engine, such as signkey-prod-<64 hex digits>')
    .regex(/^signkey-[a-z0-9]+-[0-9a-f]{64}$/, 'must have the form signkey-prod-<64 hex digits>'),
  // The SDK would read it and stop checking signatures.
  INNGEST_DEV: z.undefined('must not be set: it turns the signature checks off').optional(),
  BETTER_AUTH_SECRET: z
    .string('must be a random secret of 32 characters or more')
    .min(32, 'must have 32 characters or more'),
  STRIPE_API_URL: httpUrl.default('http://127.0.0.1:4400'),
  STRIPE_SECRET_KEY: z
    .string('must be the secret key of the gateway')
    .regex(/^[sr]k_(test|live)_\w{8,}$/, 'must start with sk_'),
  STRIPE_PUBLISHABLE_KEY: z
    .string('must be the publishable key of the gateway')
    .regex(/^pk_(test|live)_\w{8,}$/, 'must start with pk_'),
  STRIPE_WEBHOOK_SECRET: z
    .string('must be the secret of the webhook')
    .regex(/^whsec_\w{16,}$/, 'must start with whsec_'),
  CARRIER_API_URL: httpUrl.default('http://127.0.0.1:4400/carrier'),
  CARRIER_API_KEY: z
    .string("must be the shop's key at the carrier")
    .regex(/^\S{16,}$/, 'must have 16 characters or more'),
  CARRIER_WEBHOOK_SECRET: z
    .string("must be the secret that the carrier's webhooks are signed with")
    .regex(/^\S{16,}$/, 'must have 16 characters or more'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be the smtp:// or smtps:// address of a mail server' })
    .default('smtp://127.0.0.1:4425'),
  MAIL_FROM: z.string().min(3).max(254).default('Makegood <orders@makegood.example>'),
  SMS_API_URL: httpUrl.default('http://127.0.0.1:4400/sms'),
  SMS_ACCOUNT_SID: z
    .string("must be the shop's account at the SMS provider")
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits'),
  SMS_AUTH_TOKEN: z
    .string("must be the shop's token at the SMS provider")
    .regex(/^\S{16,}$/, 'must have 16 characters or more'),
  SMS_FROM: z
    .string()
    .regex(/^\+[1-9]\d{7,14}$/, 'must be a number such as +15005550006')
    .default('+15005550006'),
  VAPID_PUBLIC_KEY: vapidKey('public', 87),
  VAPID_PRIVATE_KEY: vapidKey('private', 43),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:)\S+$/, 'must be a mailto: or https: address that push services can write to')
    .default('mailto:orders@makegood.example'),
  /** Push services beside those of the browser makers; a subscription anywhere else is not sent to. */
  PUSH_SERVICE_ORIGINS: originList.prefault('http://127.0.0.1:4400,http://localhost:4400'),
  DATA_PLATFORM_URL: httpUrl.default('http://127.0.0.1:4400/data-platform'),
  DATA_PLATFORM_API_KEY: z
    .string("must be the shop's key at the data platform")
    .regex(/^\S{16,}$/, 'must have 16 characters or more'),
  /** Opens GET /metrics from anywhere; without it only this machine may read them. */
  METRICS_KEY: z.string().min(16, 'must have 16 characters or more').optional(),
  /**
   * Which operators need a second factor before anything of the console answers: all, none, or those of these roles. Where it
   * is not said, a shop that is reached from elsewhere requires it, and one on the person's own machine does not.
   */
  OPERATOR_SECOND_FACTOR: secondFactorRoles.optional(),
  /** The engine's own key for its metrics, where it has one; else the signing key opens them. */
  ENGINE_METRICS_KEY: z.string().min(16, 'must have 16 characters or more').optional(),
  /** Where traces are sent, in OTLP over HTTP, such as http://127.0.0.1:4318; without it none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  /** Which part of the traces is kept, from 0 to 1. */
  TRACE_SAMPLE_RATIO: z.coerce.number().min(0).max(1).default(1),
  /** Where pictures that operators send are kept; every api process of a shop has the same folder. */
  UPLOADS_DIR: z
    .string()
    .min(1)
    .default(join(import.meta.dirname, '..', '..', '..', '.makegood', 'uploads')),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The direct peers whose X-Forwarded-For is believed: the web server. */
  TRUSTED_PROXIES: addressList.prefault('127.0.0.1,::1'),
  RATE_LIMIT_SIGN_IN_PER_MINUTE: limit(10),
  RATE_LIMIT_SIGN_UP_PER_HOUR: limit(20),
  /** How often one address, or anybody for one order or account, may have a link sent by mail. */
  RATE_LIMIT_MAIL_LINK_PER_HOUR: limit(10),
  RATE_LIMIT_CHECKOUT_PER_MINUTE: limit(30),
  RATE_LIMIT_CART_PER_MINUTE: limit(240),
  RATE_LIMIT_RESTOCK_PER_HOUR: limit(20),
})

const ownMachine = ['localhost', '127.0.0.1', '[::1]']

const schema = entries
  .refine(env => isVapidPair(env.VAPID_PUBLIC_KEY, env.VAPID_PRIVATE_KEY), {
    path: ['VAPID_PUBLIC_KEY'],
    error: 'must be the public key of VAPID_PRIVATE_KEY',
  })
  .transform(env => ({
    ...env,
    OPERATOR_SECOND_FACTOR:
      env.OPERATOR_SECOND_FACTOR ?? (ownMachine.includes(new URL(env.WEB_URL).hostname) ? [] : operatorRoles),
  }))

export type ApiEnv = z.output<typeof schema>

/** Reads the process's environment once; throws one sentence for each name that is missing or wrong. */
export const readApiEnv = (env: Record<string, string | undefined> = process.env): ApiEnv => readEnv(schema, env)

/**
 * Puts a plain copy in the place of the live environment, in which each look at a name asks the system: the Inngest SDK
 * goes through all of it several times a call, which took 0.08 ms each and takes 0.005 ms of a copy.
 */
export const copyEnvironment = (): void => {
  process.env = { ...process.env }
}
