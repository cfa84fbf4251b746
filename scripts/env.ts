import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { rootDir } from './lib/paths.ts'
import { PlainError } from './lib/plain-error.ts'

const port = (usual: number) => {
  const says = `must be a port number from 1 to 65535 (usually ${usual})`
  return z.coerce.number(says).int(says).min(1, says).max(65535, says).default(usual)
}
const url = (protocol: RegExp, says: string) => z.url({ protocol, error: says }).optional()
const web = url(/^https?$/, 'must be an address such as http://localhost:3000')
const postgres = url(/^postgres(ql)?$/, 'must be an address such as postgres://user:password@localhost:5432/makegood')

const envSchema = z.object({
  WEB_PORT: port(3000),
  API_PORT: port(4000),
  SANDBOX_PORT: port(4400),
  SMTP_PORT: port(4425),
  ENGINE_PORT: port(8288),
  POSTGRES_PORT: port(54329),
  REDIS_PORT: port(63790),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: postgres,
  INNGEST_POSTGRES_URI: postgres,
  SANDBOX_DATABASE_URL: postgres,
  REDIS_URL: url(/^rediss?$/, 'must be an address such as redis://localhost:6379'),
  INNGEST_BASE_URL: web,
  WEB_URL: web,
  API_URL: web,
  CHROMIUM_PATH: z.string().optional(),
})

export type Env = z.infer<typeof envSchema>
export type Variables = Record<string, string>

/** The variables of this process, completed from an ignored `.env` file in the root; a variable that is set wins. */
export const readVariables = (): Variables => {
  const file = join(rootDir, '.env')
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const set = Object.entries({ ...kept, ...process.env }).filter(entry => entry[1] !== undefined && entry[1] !== '')
  return Object.fromEntries(set) as Variables
}

const serverNames = /_URL$|_PORT$|^HOST$|_ORIGINS$|^INNGEST_|^STRIPE_|^CARRIER_|^SMS_|^VAPID_|^MAIL_|^DATA_PLATFORM_/

/** Without the names that would lead a throw-away shop to servers, ports or keys that the person uses elsewhere. */
export const withoutNamedServers = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !serverNames.test(name)))

/** Reads what the commands themselves need; ends them with one sentence for each wrong name. */
export const readEnv = (variables: Variables): Env => {
  const read = envSchema.safeParse(variables)
  if (read.success) return read.data
  throw new PlainError(read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`).join('\n'))
}
