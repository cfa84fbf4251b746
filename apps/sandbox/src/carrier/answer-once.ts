import type { Pool, PoolClient } from 'pg'
import type { Answer, Once } from '../gateway/gateway-context.ts'
import { recordAnswer } from '../gateway/record-refund.ts'
import type { CarrierContext } from './carrier-context.ts'
import { CarrierError } from './carrier-error.ts'

/** One table holds the answers of gateway and carrier; a key of one must not be taken for a key of the other. */
const recordedKey = (key: string): string => `carrier ${key}`

export type AnsweredRequest = { readonly fingerprint: string; readonly status: number; readonly body: string }

/** What was answered to this key before: a shipment made under it, or a recorded refusal or cancellation. */
export const findAnswered = async (pool: Pool, key: string): Promise<AnsweredRequest | null> => {
  const found = await pool.query<AnsweredRequest>({
    name: 'find-answered',
    text: `select fingerprint, 201 as status, answer as body from shipment where key = $1
           union all
           select fingerprint, status, body from recorded_answer where key = $2 limit 1`,
    values: [key, recordedKey(key)],
  })
  return found.rows[0] ?? null
}

/** Gives the first answer again; a key that comes back with another body is refused. */
export const answerAgain = (answered: AnsweredRequest, once: Once): Answer => {
  if (answered.fingerprint === once.fingerprint)
    return { status: answered.status, body: answered.body, replayOf: once.key }
  throw new CarrierError(422, 'IDEMPOTENCY_KEY_REUSED', `The key ${once.key} was first used for another request.`)
}

export const recordCarrierAnswer = async (
  client: PoolClient,
  once: Once,
  answer: { readonly status: number; readonly body: string },
): Promise<void> => await recordAnswer(client, { ...once, key: recordedKey(once.key) }, answer)

/** Lets one request of a key through at a time; the database holds the line between processes. */
export const oneAtATime = async (
  { keysInFlight }: CarrierContext,
  key: string,
  act: () => Promise<Answer>,
): Promise<Answer> => {
  if (keysInFlight.has(key))
    throw new CarrierError(409, 'IDEMPOTENCY_KEY_IN_USE', `A request with the key ${key} is under way.`)
  keysInFlight.add(key)
  try {
    return await act()
  } finally {
    keysInFlight.delete(key)
  }
}
