import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

export type IncomingWebhook = {
  readonly provider: 'payment' | 'carrier'
  readonly eventId: string
  readonly type: string
  readonly body: string
  /** False where the type is none of the shop's business: kept, and nothing follows. */
  readonly matters: boolean
  /** The payment whose charge succeeded, where the webhook says so. */
  readonly succeededPaymentId: string | null
  readonly correlationId: string
}

/**
 * Stores a verified webhook as it came, once for each provider and event id, and with it the event on which it is acted;
 * `stored: false` for a repeated one. The news that a charge succeeded whose own saga hears it from the gateway first hand
 * needs no acting: only a payment that waits for its shopper, or that was or is being given up, must be told.
 */
export const storeWebhook = async (db: Tx, webhook: IncomingWebhook): Promise<{ readonly stored: boolean }> => {
  const { provider, eventId, correlationId } = webhook
  const [row] = await db.$queryRaw<{ stored: bigint }[]>`
    with known as (
      select 1 from payment p where id = ${webhook.succeededPaymentId}
        and (status in ('SUCCEEDED', 'REFUNDED') or (status = 'OPEN' and action_url is null
          and not exists (select 1 from saga s where s.id = 'pay-order:' || p.id and s.direction = 'UNDOING')))
    ), stored as (
      insert into webhook_inbox (provider, event_id, type, body, handled_at)
      values (${provider}, ${eventId}, ${webhook.type}, ${webhook.body},
        case when not ${webhook.matters} or exists (select 1 from known) then now() end)
      on conflict (provider, event_id) do nothing
      returning handled_at
    ), to_handle as (
      select ${correlationId}::text as correlation_id from stored where handled_at is null
    ), ${tellEvents('to_handle', [newEvent('webhook/received', { provider, eventId })])}
    select count(*) as stored from stored`
  return { stored: row?.stored === 1n }
}
