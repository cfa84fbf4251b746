import { pino } from 'pino'
import { env } from './env.ts'
import { startEngine } from './start-engine.ts'

const stopLimitMs = 5_000

async function main(): Promise<void> {
  const settings = env()
  const log = pino({ name: 'engine', level: settings.LOG_LEVEL })
  const { INNGEST_EVENT_KEY: eventKeys, INNGEST_SIGNING_KEY: signingKey, ENGINE_RETRY_INTERVAL_MS: retryMs } = settings
  const engine = await startEngine({
    databaseUrl: settings.ENGINE_DATABASE_URL,
    host: settings.HOST,
    port: settings.ENGINE_PORT,
    eventKeys: eventKeys?.split(',') ?? [],
    appConcurrency: settings.ENGINE_APP_CONCURRENCY,
    log,
    onLost: () => process.exit(1),
    ...(signingKey ? { signingKey } : {}),
    ...(retryMs === undefined ? {} : { retryIntervalMs: retryMs }),
  })

  const stop = (signal: string) => {
    log.info({ signal }, 'The engine stops')
    // What is not done by then is taken up at the next start.
    setTimeout(() => process.exit(0), stopLimitMs).unref()
    void engine.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

try {
  await main()
} catch (error) {
  pino({ name: 'engine' }).fatal({ err: error }, error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
