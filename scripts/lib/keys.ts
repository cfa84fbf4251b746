import { createECDH, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

const makeVapidKey = (): string => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return pair.getPrivateKey('base64url')
}

const publicVapidKeyOf = (privateKey: string): string => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(privateKey, 'base64url')
  return pair.getPublicKey('base64url')
}

/** Each is made from the ones before it, where it belongs to one of them. */
const makers = {
  INNGEST_EVENT_KEY: () => hex(32),
  INNGEST_SIGNING_KEY: () => `signkey-prod-${hex(32)}`,
  BETTER_AUTH_SECRET: () => hex(32),
  STRIPE_SECRET_KEY: () => `sk_test_${hex(24)}`,
  STRIPE_PUBLISHABLE_KEY: () => `pk_test_${hex(24)}`,
  STRIPE_WEBHOOK_SECRET: () => `whsec_${hex(24)}`,
  CARRIER_API_KEY: () => `carrier_${hex(24)}`,
  CARRIER_WEBHOOK_SECRET: () => `carriersec_${hex(24)}`,
  SMS_ACCOUNT_SID: () => `AC${hex(16)}`,
  SMS_AUTH_TOKEN: () => hex(16),
  VAPID_PRIVATE_KEY: makeVapidKey,
  VAPID_PUBLIC_KEY: (known: Readonly<Record<string, string>>) => publicVapidKeyOf(known.VAPID_PRIVATE_KEY ?? ''),
  DATA_PLATFORM_API_KEY: () => `platform_${hex(24)}`,
  POSTGRES_PASSWORD: () => hex(16),
} as const

export type Keys = Record<keyof typeof makers, string>

/**
 * The keys of this installation: made once, kept in <dir>/keys.env for the owner's eyes only, the same at every start.
 * A name that a newer version needs is added; what is there is never changed.
 */
export const ensureKeys = (dir: string): { keys: Keys; made: string[] } => {
  const file = join(dir, 'keys.env')
  mkdirSync(dir, { recursive: true })
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const made: string[] = []
  const known: Record<string, string> = {}
  for (const [name, make] of Object.entries(makers)) {
    const old = kept[name]
    if (old === undefined || old === '') made.push(name)
    known[name] = old || make(known)
  }
  const keys = known as Keys
  if (made.length > 0) {
    const text = Object.entries(known)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('')
    writeFileSync(file, `# Made by npm start for this machine only. Never share or commit it.\n${text}`, {
      mode: 0o600,
    })
  }
  chmodSync(file, 0o600)
  return { keys, made }
}
