import type { PoolClient } from 'pg'
import type { StripeEvent } from '../webhooks/make-event.ts'
import type { Once } from './gateway-context.ts'
import type { Charge, Refund } from './stripe-objects.ts'

const settlesAfterSeconds = 1

/** How a refund ends that is not finished at once. */
export type SettlesAs = 'succeeded' | 'failed'

type PlainAnswer = { readonly status: number; readonly body: string }

/** Writes the first answer to a key; throws where another transaction has just written one, which undoes this one. */
export const recordAnswer = async (client: PoolClient, once: Once, answer: PlainAnswer): Promise<void> => {
  await client.query(
    'insert into recorded_answer (key, fingerprint, request_id, status, body) values ($1, $2, $3, $4, $5)',
    [once.key, once.fingerprint, once.requestId, answer.status, answer.body],
  )
}

/** Writes refund, charge, event and first answer; to be called in the transaction that holds the charge. */
export const recordRefund = async (
  client: PoolClient,
  once: Once,
  outcome: {
    readonly answer: PlainAnswer
    readonly refund: Refund
    readonly settlesAs: SettlesAs | null
    readonly charge: Charge
    readonly event: StripeEvent
  },
): Promise<void> => {
  const { answer, refund, settlesAs, charge, event } = outcome
  await recordAnswer(client, once, answer)
  await client.query('update charge set object = $2 where id = $1', [charge.id, JSON.stringify(charge)])
  await client.query(
    `insert into refund (id, charge_id, object, settles_as, settles_at)
     values ($1, $2, $3, $4, case when $4::text is not null then now() + make_interval(secs => $5) end)`,
    [refund.id, charge.id, JSON.stringify(refund), settlesAs, settlesAfterSeconds],
  )
  await client.query('insert into webhook_event (id, type, payload, next_attempt_at) values ($1, $2, $3, now())', [
    event.id,
    event.type,
    event.payload,
  ])
}
