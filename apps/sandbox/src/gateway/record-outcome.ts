import type { Pool, PoolClient } from 'pg'
import type { StripeEvent } from '../webhooks/make-event.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { lookUp } from './look-up.ts'
import { replay } from './perform-once.ts'
import type { Charge, PaymentIntent } from './stripe-objects.ts'

export type Outcome = {
  readonly answer: Answer
  readonly intent: PaymentIntent
  readonly charge: Charge | null
  readonly errorOnRequiresAction: boolean
  readonly returnUrl: string | null
  readonly events: readonly StripeEvent[]
  /** How long this process alone delivers the events, in seconds; 0 leaves them to whoever sweeps next. */
  readonly leaseSeconds: number
}

const text = `
with once as (
  insert into recorded_answer (key, fingerprint, request_id, status, body) values ($1, $2, $3, $4, $5)
  on conflict (key) do nothing returning key
), intent as (
  insert into payment_intent (id, object, error_on_requires_action, return_url)
  select $6, $7::jsonb, $8::boolean, $16 from once
  on conflict (id) do update set object = excluded.object, error_on_requires_action = excluded.error_on_requires_action,
    return_url = excluded.return_url
), charge as (
  insert into charge (id, object) select $9, $10::jsonb from once where $9::text is not null
), method as (
  update payment_method set used_by = $6 where id = $11 and exists (select from once)
), event as (
  insert into webhook_event (id, type, payload, next_attempt_at)
  select told.*, now() + make_interval(secs => $15) from once, unnest($12::text[], $13::text[], $14::text[]) as told
)
select key from once`

const writeOutcome = async (db: Pool | PoolClient, once: Once, outcome: Outcome): Promise<boolean> => {
  const { answer, intent, charge, events } = outcome
  const result = await db.query({
    name: 'record-outcome',
    text,
    values: [
      once.key,
      once.fingerprint,
      once.requestId,
      answer.status,
      answer.body,
      intent.id,
      JSON.stringify(intent),
      outcome.errorOnRequiresAction,
      charge?.id ?? null,
      charge === null ? null : JSON.stringify(charge),
      intent.status === 'succeeded' ? intent.payment_method : null,
      events.map(event => event.id),
      events.map(event => event.type),
      events.map(event => event.payload),
      outcome.leaseSeconds,
      outcome.returnUrl,
    ],
  })
  return result.rowCount === 1
}

/**
 * Writes intent, charge, events and first answer in one statement and gives that answer; where the key has been answered
 * already it writes nothing and gives the answer of then.
 */
export const recordOutcome = async (
  context: GatewayContext,
  db: Pool | PoolClient,
  once: Once,
  outcome: Outcome,
): Promise<Answer> => {
  if (await writeOutcome(db, once, outcome)) {
    for (const event of outcome.events) context.events.sendSoon(event, outcome.leaseSeconds)
    return outcome.answer
  }
  const seen = await lookUp(db, once.key, null)
  if (seen.recorded === null) throw new Error(`The answer to key ${once.key} was recorded and is gone.`)
  return replay(seen.recorded, once)
}
