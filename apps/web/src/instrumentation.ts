import type { Instrumentation } from 'next'

export const register = async (): Promise<void> => {
  // Next leaves the branch out of builds for its other runtime, which has no process; it must stand here, in these words.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareServer } = await import('./prepare-server')
    prepareServer()
  }
}

/** One JSON line for each request that failed on the server: what, where, and the number the shopper was shown. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { message, digest } = error instanceof Error ? { digest: undefined, ...error, message: error.message } : {}
  const line = { level: 50, time: Date.now(), msg: 'page failed', err: message, digest, method: request.method }
  console.error(JSON.stringify({ ...line, path: request.path.split('?')[0], route: context.routePath }))
}
