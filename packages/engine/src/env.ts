import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const engineEnv = z.object({
  HOST: z.string().min(1, 'should be the address to listen on, for example 127.0.0.1').default('127.0.0.1'),
  ENGINE_PORT: port.default(8288),
  ENGINE_DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'should be a Postgres address: postgres://user:password@host:port/database',
  }),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z
    .string()
    .regex(/^(signkey-\w+-)?([0-9a-f]{2})+$/i, 'should be signkey-prod-<64 hexadecimal digits>')
    .optional(),
  ENGINE_APP_CONCURRENCY: z.coerce.number().int().min(1).max(10_000).default(64),
  ENGINE_RETRY_INTERVAL_MS: z.coerce.number().int().min(0).max(86_400_000).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

type EngineEnv = z.infer<typeof engineEnv>

/** The engine's settings, or an error whose message names each wrong name and says what it should be. */
export function readEnv(source: NodeJS.ProcessEnv): EngineEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const read = engineEnv.safeParse(given)
  if (read.success) return read.data
  const problems = read.error.issues.map(issue => {
    const name = issue.path.join('.')
    return given[name] === undefined ? `${name} is missing: ${issue.message}` : `${name} is wrong: ${issue.message}`
  })
  throw new Error(`The engine cannot start. ${problems.join('. ')}.`)
}

export const env = (): EngineEnv => readEnv(process.env)
