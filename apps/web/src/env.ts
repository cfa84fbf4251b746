import { readEnv } from '@makegood/core/read-env'
import { z } from 'zod'

const origin = z.url({ protocol: /^https?$/, error: 'should be an origin such as http://localhost:3000' })

const schema = z.object({
  /** Where shoppers reach the shop. */
  WEB_URL: origin.default('http://localhost:3000'),
  /** Where this server reaches the api. */
  API_URL: origin.default('http://localhost:4000'),
  /** Where the browser turns a card into a token. */
  GATEWAY_PUBLIC_URL: origin.default('http://localhost:4400'),
  /** Where a trace is looked at, with `{correlationId}` in it; no link to traces is shown where it is empty. */
  TRACE_URL: z.string().default(''),
  /** `on` closes the shop for visitors with a page that says so; the api and what runs behind it go on. */
  MAINTENANCE: z.enum(['on', 'off']).default('off'),
  /** Where this server itself listens; Next sets the port. */
  HOST: z.string().default('localhost'),
  PORT: z.coerce.number().int().positive().default(3000),
})

/** Every address of this machine, or its own alone: Next listens there under the name localhost. */
const ownNames = ['', '0.0.0.0', '::', '127.0.0.1', '::1']

export type Env = {
  readonly webUrl: string
  readonly apiUrl: string
  readonly gatewayUrl: string
  readonly ownUrl: string
  readonly maintenance: boolean
  /** Null where traces are kept nowhere. */
  readonly traceUrl: string | null
}

export const inDevelopment = process.env.NODE_ENV === 'development'

let env: Env | undefined

/** The environment, read once when the server runs and never at build time. */
export const getEnv = (): Env => {
  if (!env) {
    const { WEB_URL, API_URL, GATEWAY_PUBLIC_URL, TRACE_URL, MAINTENANCE, HOST, PORT } = readEnv(schema, process.env)
    const toOrigin = (url: string) => new URL(url).origin
    env = {
      webUrl: toOrigin(WEB_URL),
      apiUrl: toOrigin(API_URL),
      gatewayUrl: toOrigin(GATEWAY_PUBLIC_URL),
      ownUrl: `http://${ownNames.includes(HOST) ? 'localhost' : HOST}:${PORT}`,
      maintenance: MAINTENANCE === 'on',
      traceUrl: TRACE_URL === '' ? null : TRACE_URL,
    }
  }
  return env
}
