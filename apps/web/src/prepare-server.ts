import { getEnv } from './env'

/** So long may requests under way take to end once the server is told to stop; live order pages never end by themselves. */
const lastRequestsMs = 3_000

/** Ends the start with a sentence where the environment is wrong, before the first request meets it, and bounds the stop. */
export const prepareServer = (): void => {
  try {
    getEnv()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      // Being told to stop is no failure, whatever number the server would end with.
      process.once('exit', () => {
        process.exitCode = 0
      })
      setTimeout(() => process.exit(0), lastRequestsMs).unref()
    })
}
