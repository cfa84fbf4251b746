import http from 'node:http'
import https from 'node:https'
import Stripe from 'stripe'

type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>

/** A broken connection, without the `code` on which the SDK would send the request a second time by itself. */
export class BrokenConnectionError extends Error {
  override readonly name = 'BrokenConnectionError'
}

/**
 * Sends each request once. The SDK repeats a request whose connection was cut even with its retries switched off; the
 * second failure ("refused": nothing was sent) would then hide the first ("cut": it may have happened).
 */
const sendOnce = (inner: HttpClient): HttpClient => ({
  getClientName: () => inner.getClientName(),
  makeRequest: async (...request) => {
    try {
      return await inner.makeRequest(...request)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== 'ECONNRESET' && code !== 'EPIPE') throw error
      throw new BrokenConnectionError(`the connection was cut (${code})`, { cause: error })
    }
  },
})

export type StripeClientOptions = {
  /** `https://api.stripe.com`, or the address of a server that speaks Stripe's API. */
  readonly apiUrl: string
  readonly secretKey: string
  readonly timeoutMs: number
  readonly connectionsMax: number
}

/** Stripe's SDK with kept connections, no retries of its own and no telemetry. */
export const createStripeClient = (options: StripeClientOptions): Stripe => {
  const url = new URL(options.apiUrl)
  const isPlain = url.protocol === 'http:'
  const { Agent } = isPlain ? http : https
  const agent = new Agent({ keepAlive: true, maxSockets: options.connectionsMax })
  return new Stripe(options.secretKey, {
    host: url.hostname,
    port: url.port === '' ? (isPlain ? 80 : 443) : Number(url.port),
    protocol: isPlain ? 'http' : 'https',
    httpClient: sendOnce(Stripe.createNodeHttpClient(agent)),
    timeout: options.timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
  })
}
