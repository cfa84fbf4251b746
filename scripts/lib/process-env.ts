import { delimiter, join } from 'node:path'
import type { Variables } from '../env.ts'
import type { Keys } from './keys.ts'
import { rootDir } from './paths.ts'
import type { Ports } from './ports.ts'

export interface Addresses {
  ports: Ports
  host: string
  databaseUrl: string
  redisUrl: string
}

const own = (port: number) => `http://127.0.0.1:${port}`

/**
 * The project's own Node and tools first on the PATH, as every `pnpm run` has it. What Node compiles is kept, which is
 * half of what starting a process costs.
 */
export const withOwnTools = (variables: Variables): Variables => ({
  NODE_COMPILE_CACHE: join(rootDir, 'node_modules', '.cache', 'node'),
  ...variables,
  PATH: `${join(rootDir, 'node_modules', '.bin')}${delimiter}${variables.PATH ?? ''}`,
  NEXT_TELEMETRY_DISABLED: '1',
})

/** Every name that the processes read. What the person starting them has set wins over what follows from the ports. */
export const buildEnvironment = (variables: Variables, keys: Keys, addresses: Addresses): Variables => {
  const { ports, host, databaseUrl, redisUrl } = addresses
  const { POSTGRES_PASSWORD: _, ...processKeys } = keys
  const derived: Variables = {
    INNGEST_POSTGRES_URI: databaseUrl,
    SANDBOX_DATABASE_URL: databaseUrl,
    WEB_URL: `http://localhost:${ports.web}`,
    API_URL: own(ports.api),
    INNGEST_BASE_URL: own(ports.engine),
    STRIPE_API_URL: own(ports.sandbox),
    PAYMENT_WEBHOOK_URL: `${own(ports.api)}/webhooks/payment`,
    GATEWAY_PUBLIC_URL: `http://localhost:${ports.sandbox}`,
    CARRIER_API_URL: `${own(ports.sandbox)}/carrier`,
    CARRIER_WEBHOOK_URL: `${own(ports.api)}/webhooks/carrier`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    ALERT_MAIL_TO: 'operations@example.com',
    SMS_API_URL: `${own(ports.sandbox)}/sms`,
    PUSH_SERVICE_ORIGINS: `${own(ports.sandbox)},http://localhost:${ports.sandbox}`,
    DATA_PLATFORM_URL: `${own(ports.sandbox)}/data-platform`,
    // A shop of one's own lets its demo logins work at once.
    ...(variables.DATABASE_URL === undefined ? { OPERATOR_SECOND_FACTOR: 'optional' } : {}),
    ...processKeys,
  }
  const fixed: Variables = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HOST: host,
    WEB_PORT: String(ports.web),
    API_PORT: String(ports.api),
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.smtp),
    ENGINE_PORT: String(ports.engine),
    INNGEST_PORT: String(ports.engine),
    INNGEST_HOST: host,
  }
  const { INNGEST_DEV: __, ...inherited } = variables
  return { ...derived, ...withOwnTools(inherited), ...fixed }
}
