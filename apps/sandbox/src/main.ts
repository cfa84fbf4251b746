import { pino } from 'pino'
import { readProcessEnv } from './env.ts'
import { startSandbox } from './start-sandbox.ts'

const stopWithinMs = 5000

const main = async (): Promise<void> => {
  const env = readProcessEnv()
  const log = pino({ level: env.LOG_LEVEL, base: { process: 'sandbox' } })
  const sandbox = await startSandbox(env, log)
  log.info({ url: sandbox.url, smtpUrl: sandbox.smtpUrl }, 'sandbox is listening')

  let ending = false
  const end = async (signal: string): Promise<void> => {
    if (ending) return
    ending = true
    log.info({ signal }, 'sandbox is ending')
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    await sandbox.stop()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const isBusy = 'code' in error && error.code === 'EADDRINUSE'
  return isBusy
    ? `${error.message}. End what listens there, or choose another port with SANDBOX_PORT or SANDBOX_SMTP_PORT.`
    : error.message
}

try {
  await main()
} catch (error) {
  process.stderr.write(`The sandbox cannot start.\n${explain(error)}\n`)
  process.exitCode = 1
}
