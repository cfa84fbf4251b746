import { decideTransition } from '@makegood/core/order/decide-transition'
import type { LimitKind } from '@makegood/core/order/order-limits'
import type { Mover, OrderStatus, TransitionReason } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'
import type { OutboxEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

export type TransitionRequest = {
  readonly orderId: string
  readonly from: OrderStatus
  readonly reason: TransitionReason
  readonly mover: Mover
  readonly moverId?: string
  /** Facts worth keeping with the history row; never personal data. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly events: readonly OutboxEvent[]
  /** The time limit that begins with this move. */
  readonly limit?: { readonly kind: LimitKind; readonly seconds: number }
  /** The version the order must still have. */
  readonly version: number
}

export type TransitionResult = { readonly moved: true; readonly version: number } | { readonly moved: false }

/**
 * Moves an order once: one guarded write on id, status and version, with its history row, the time limit that begins and its
 * events in the same statement. `moved: false` means that somebody else moved it first and nothing was written. A move that the table of
 * states does not have throws, because asking for it is a defect.
 */
export const transitionOrder = async (tx: Tx, request: TransitionRequest): Promise<TransitionResult> => {
  const decision = decideTransition(request.from, request.reason, request.mover)
  if (!decision.allowed) throw new Error(decision.refusal)
  const rows = await tx.$queryRaw<{ version: number }[]>`
    with moved as (
      update "order" set status = ${decision.transition.to}, version = version + 1, updated_at = now()
      where id = ${request.orderId} and status = ${request.from} and version = ${request.version}
      returning id, version, correlation_id
    ), history as (
      insert into order_history (order_id, version, from_status, to_status, reason, mover, mover_id, details)
      select id, version, ${request.from}, ${decision.transition.to}, ${request.reason}, ${request.mover},
        ${request.moverId ?? null}, ${JSON.stringify(request.details ?? {})}::jsonb
      from moved
    ), limited as (
      insert into order_limit (order_id, kind, due_at)
      select id, ${request.limit?.kind ?? null}, now() + make_interval(secs => ${request.limit?.seconds ?? 0}) from moved
      where ${request.limit?.kind ?? null}::text is not null
      on conflict (order_id, kind) do update set due_at = excluded.due_at, settled_at = null, outcome = null
    ), ${tellEvents('moved', request.events)}
    select version from moved`
  const row = rows[0]
  return row ? { moved: true, version: row.version } : { moved: false }
}
