import type { Instrumentation } from 'next'
import { getEnv } from './env'

/** Ends the start with a sentence where the environment is wrong, before the first request meets it. */
export const register = (): void => {
  getEnv()
}

/** One JSON line for each request that failed on the server: what, where, and the number the shopper was shown. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { message, digest } = error instanceof Error ? { digest: undefined, ...error, message: error.message } : {}
  const line = { level: 50, time: Date.now(), msg: 'page failed', err: message, digest, method: request.method }
  console.error(JSON.stringify({ ...line, path: request.path.split('?')[0], route: context.routePath }))
}
