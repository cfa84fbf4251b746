import { z } from 'zod'

const url = (protocols: RegExp, says: string) => z.url({ protocol: protocols, error: says })
const keyOf = (form: RegExp, says: string) => z.string({ error: says }).regex(form, { error: says })
const port = 'must be a port number from 0 to 65535 (0 lets the system choose)'

const keyFrom = (whose: string) => keyOf(/^\S{16,}$/, `must be ${whose}, at least 16 characters`)
const seconds = 'must be the seconds after which a parcel moves on, 0 to 86400 (0: it moves by hand only)'

const envSchema = z.object({
  SANDBOX_PORT: z.coerce.number({ error: port }).int(port).min(0, port).max(65535, port).default(4400),
  HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_DATABASE_URL: url(
    /^postgres(ql)?$/,
    'must be the address of a Postgres database, such as postgres://user:password@localhost:5432/makegood',
  ),
  WEB_URL: url(
    /^https?$/,
    'must be the address of the shop as a browser sees it, such as http://localhost:3000',
  ).default('http://localhost:3000'),
  GATEWAY_PUBLIC_URL: url(
    /^https?$/,
    'must be the address where a browser finds this sandbox, such as http://localhost:4400',
  ).optional(),
  PAYMENT_WEBHOOK_URL: url(
    /^https?$/,
    'must be the address that payment events are sent to, such as http://127.0.0.1:4000/webhooks/payment',
  ),
  STRIPE_SECRET_KEY: keyOf(
    /^sk_test_\w{8,}$/,
    'must look like sk_test_ and at least 8 letters or digits; a live key does not belong in a sandbox',
  ),
  STRIPE_PUBLISHABLE_KEY: keyOf(/^pk_test_\w{8,}$/, 'must look like pk_test_ and at least 8 letters or digits'),
  STRIPE_WEBHOOK_SECRET: keyOf(/^whsec_\S{8,}$/, 'must look like whsec_ and at least 8 characters'),
  CARRIER_API_KEY: keyOf(/^\S{16,}$/, 'must be the key that the shop shows the carrier, at least 16 characters'),
  CARRIER_WEBHOOK_URL: url(
    /^https?$/,
    'must be the address that parcel events are sent to, such as http://127.0.0.1:4000/webhooks/carrier',
  ).default('http://127.0.0.1:4000/webhooks/carrier'),
  CARRIER_WEBHOOK_SECRET: keyOf(
    /^\S{16,}$/,
    'must be the secret that parcel events are signed with, at least 16 characters',
  ),
  CARRIER_STEP_SECONDS: z.coerce.number({ error: seconds }).min(0, seconds).max(86_400, seconds).default(20),
  SANDBOX_SMTP_PORT: z.coerce.number({ error: port }).int(port).min(0, port).max(65535, port).default(4425),
  SMS_ACCOUNT_SID: keyOf(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits, as Twilio names an account'),
  SMS_AUTH_TOKEN: keyFrom('the token that the shop shows the SMS provider'),
  DATA_PLATFORM_API_KEY: keyFrom('the key that the shop shows the data platform'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
})

export type Env = z.infer<typeof envSchema>

/** Reads the environment once; throws one sentence for each name that is missing or wrong. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const read = envSchema.safeParse(source)
  if (read.success) return read.data
  const sentences = read.error.issues.map(issue => {
    const name = issue.path.join('.')
    return `${name} ${source[name] === undefined ? 'is missing: it ' : ''}${issue.message}.`
  })
  throw new Error(sentences.join('\n'))
}

export const readProcessEnv = (): Env => readEnv(process.env)
