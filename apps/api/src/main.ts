import { createContext } from './context.ts'
import { createApp } from './create-app.ts'
import { type ApiEnv, copyEnvironment, readApiEnv } from './env.ts'
import { createLogger } from './log/create-logger.ts'
import { registerFunctions } from './register-functions.ts'
import { startTracing } from './watch/start-tracing.ts'

const stopWithinMs = 5000

const readEnvOrStop = (): ApiEnv => {
  try {
    return readApiEnv()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

const env = readEnvOrStop()
copyEnvironment()
const logger = createLogger(env.LOG_LEVEL)
const endWith = (code: number, words: string, err?: unknown): never => {
  if (code === 0) logger.info(words)
  else logger.fatal(err === undefined ? {} : { err }, words)
  process.exit(code)
}

const tracing = startTracing({ endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: env.TRACE_SAMPLE_RATIO })

try {
  const api = createContext(env, logger)
  const app = await createApp(api)
  const stop = async (signal: string): Promise<void> => {
    logger.info({ signal }, 'stopping')
    // What is cut off is begun again after the restart: effects are recorded with their steps.
    setTimeout(() => endWith(0, 'stopped with work under way'), stopWithinMs)
    try {
      await app.close()
      await api.close()
      await tracing?.stop()
    } catch (error) {
      endWith(1, 'stopping failed', error)
    }
    endWith(0, 'stopped')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))

  await app.listen({ host: env.HOST, port: env.API_PORT })
  logger.info({ port: env.API_PORT }, 'listening')
  api.outbox.start()
  api.reports.start()
  await registerFunctions(app, api)
} catch (error) {
  endWith(1, 'the api could not start', error)
}
