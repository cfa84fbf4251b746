import { createHash } from 'node:crypto'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { GatewayError } from './gateway-error.ts'

const inOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, inner]) => [name, inOrder(inner)])
}

/** The same for two requests that ask for the same thing, whatever the order of their parameters. */
export const fingerprintOf = (path: string, form: unknown): string =>
  createHash('sha256')
    .update(`${path}\n${JSON.stringify(inOrder(form))}`)
    .digest('base64')

export type RecordedAnswer = {
  readonly fingerprint: string
  readonly request_id: string
  readonly status: number
  readonly body: string
}

/** Gives the first answer again; a key that comes back with other parameters is refused, as Stripe does. */
export const replay = (recorded: RecordedAnswer, once: Once): Answer => {
  if (recorded.fingerprint !== once.fingerprint) {
    throw new GatewayError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${once.key}' if you meant to execute a different request.`,
    })
  }
  return { status: recorded.status, body: recorded.body, replayOf: recorded.request_id }
}

/** Lets one request of a key through at a time; the next one meanwhile gets Stripe's 409. The database holds the line between processes. */
export const performOnce = async (context: GatewayContext, once: Once, act: () => Promise<Answer>): Promise<Answer> => {
  if (context.keysInFlight.has(once.key)) {
    throw new GatewayError(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${once.key}. Please try again later.`,
    })
  }
  context.keysInFlight.add(once.key)
  try {
    return await act()
  } finally {
    context.keysInFlight.delete(once.key)
  }
}
