import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

const makers = {
  INNGEST_EVENT_KEY: () => hex(32),
  INNGEST_SIGNING_KEY: () => `signkey-prod-${hex(32)}`,
  BETTER_AUTH_SECRET: () => hex(32),
  STRIPE_SECRET_KEY: () => `sk_test_${hex(24)}`,
  STRIPE_PUBLISHABLE_KEY: () => `pk_test_${hex(24)}`,
  STRIPE_WEBHOOK_SECRET: () => `whsec_${hex(24)}`,
  CARRIER_API_KEY: () => `carrier_${hex(24)}`,
  CARRIER_WEBHOOK_SECRET: () => `carriersec_${hex(24)}`,
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
  const entries = Object.entries(makers).map(([name, make]) => {
    const old = kept[name]
    if (old === undefined || old === '') made.push(name)
    return [name, old || make()] as const
  })
  const keys = Object.fromEntries(entries) as Keys
  if (made.length > 0) {
    const text = entries.map(([name, value]) => `${name}=${value}\n`).join('')
    writeFileSync(file, `# Made by npm start for this machine only. Never share or commit it.\n${text}`, {
      mode: 0o600,
    })
  }
  chmodSync(file, 0o600)
  return { keys, made }
}
