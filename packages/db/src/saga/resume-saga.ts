import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'
import { isPaused } from './is-paused.ts'

export type ResumableSaga = {
  readonly id: string
  readonly name: SagaName
  readonly generation: number
  readonly input: Record<string, unknown>
}

/** Up to `limit` sagas that have shown no progress within their lease, the longest silent first; not those that are paused. */
export const listStalledSagas = async (db: Tx, limit: number): Promise<readonly ResumableSaga[]> =>
  await db.$queryRaw<ResumableSaga[]>`
    select id, name, generation, input from saga where status = 'RUNNING' and lease_until < now() and not ${isPaused(Prisma.sql`saga.order_id`)}
    order by lease_until limit ${limit}`

/**
 * Starts a saga again from what it has recorded, once for each generation: the older run can write nothing from here on.
 * False where somebody else has resumed it or it stands otherwise than is believed.
 */
export const resumeSaga = async (
  db: Tx,
  saga: ResumableSaga,
  from: 'RUNNING' | 'NEEDS_ATTENTION' | 'UNDONE',
  leaseSeconds: number,
): Promise<boolean> => {
  const generation = saga.generation + 1
  const event = newEvent('saga/resumed', { sagaId: saga.id, name: saga.name, generation, input: saga.input })
  const rows = await db.$queryRaw<unknown[]>`
    with resumed as (
      update saga set generation = ${generation}, status = 'RUNNING', ended_at = null,
        lease_until = now() + make_interval(secs => ${leaseSeconds})
      where id = ${saga.id} and generation = ${saga.generation} and status = ${from}
      returning correlation_id
    ), ${tellEvents('resumed', [event])}
    select 1 from resumed`
  return rows.length > 0
}
