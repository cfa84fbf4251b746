import { newId } from '@makegood/core/ids'
import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import { tryAgainSeconds } from '@makegood/core/saga/try-again'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { SagaRef } from './saga-ref.ts'

export type { IncidentKind } from '@makegood/core/saga/incident-kinds'

export type NewIncident = {
  readonly orderId: string | null
  readonly sagaId: string
  readonly stepId: string
  readonly kind: IncidentKind
  readonly detail: string
  readonly event?: Readonly<Record<string, unknown>>
  /** Whether the shop tries again by itself before it is left to a person. */
  readonly triesAgain?: boolean
}

/**
 * Puts something in front of a person: one incident for each saga, step and kind, and its order is marked. What failed,
 * was resolved and fails again opens the same incident anew and counts it.
 */
export const openIncident = (db: Tx, incident: NewIncident): Promise<void> =>
  open(db, incident, Prisma.sql`select ${incident.triesAgain ?? false}::boolean as away`)

/**
 * Puts a saga in front of a person, by the run that stopped: one that another run has replaced, or whose saga has ended,
 * has nothing to say any more and opens nothing. Asked while the saga's row is locked, so that nobody replaces it meanwhile.
 * What failed only because the outside was away says when the shop will try again by itself.
 */
export const openSagaIncident = (
  db: Tx,
  { id, orderId, generation }: Pick<SagaRef, 'id' | 'orderId' | 'generation'>,
  incident: Pick<NewIncident, 'stepId' | 'kind' | 'detail'>,
): Promise<void> =>
  open(
    db,
    { ...incident, sagaId: id, orderId },
    Prisma.sql`
      select coalesce((select s.away and case when ${incident.stepId} like 'undo:%' then s.undo_status else s.status end = 'FAILED'
        from saga_step s where s.saga_id = ${id} and s.step_id = regexp_replace(${incident.stepId}, '^undo:', '')), false) as away
      from saga where id = ${id} and generation = ${generation} and status = 'RUNNING' for update`,
  )

const open = async (db: Tx, incident: NewIncident, mine: Prisma.Sql): Promise<void> => {
  const detail = incident.detail.slice(0, 1000)
  await db.$executeRaw`
    with mine as (${mine}), opened as (
      insert into incident as i (id, order_id, saga_id, step_id, kind, detail, event, next_try_at)
      select ${newId('incident', new Date())}, ${incident.orderId}, ${incident.sagaId}, ${incident.stepId}, ${incident.kind},
        ${detail}, ${incident.event ? JSON.stringify(incident.event) : null}::jsonb,
        case when mine.away then ${nextTry(Prisma.sql`0`)} end from mine
      on conflict (saga_id, step_id, kind) do update set detail = excluded.detail, occurrences = i.occurrences + 1,
        opened_at = case when i.resolved_at is null then i.opened_at else now() end,
        tries = case when i.resolved_at is null then i.tries else 0 end,
        next_try_at = case when (select away from mine)
          then ${nextTry(Prisma.sql`case when i.resolved_at is null then i.tries else 0 end`)} end,
        resolved_at = null, resolution = null, resolved_by = null, note = null
      returning order_id
    )
    update "order" set needs_attention = true, updated_at = now() where id in (select order_id from opened)`
}

/** When the shop tries again by itself after so many tries; null once it was tried as often as it does. */
export const nextTry = (tries: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`now() + make_interval(secs => (${[...tryAgainSeconds]}::int[])[1 + ${tries}])`
