import type { listSystemSagasInput, SystemSaga, systemSagaPageSchema } from '@makegood/core/system/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { isPaused } from '../saga/is-paused.ts'
import { isUnfinished } from '../saga/is-unfinished.ts'
import { begunStep, sagaState } from '../saga/saga-state.ts'

type Input = z.output<typeof listSystemSagasInput>
type Row = Omit<SystemSaga, 'startedAt' | 'stateSince' | 'nextAt' | 'orderNumber'> & {
  startedAt: Date
  stateSince: Date
  nextAt: Date | null
  orderNumber: bigint | null
}

const pageSize = 50

const isStuck = Prisma.sql`(s.status = 'RUNNING' and s.lease_until < now() and not ${isPaused(Prisma.sql`s.order_id`)})`

/** Why it does not simply go on: the step or the undo that failed last, or that was refused where that has stopped it. */
const trouble = Prisma.sql`
  select coalesce(f.undo_error, f.error, f.result::text) as error,
    case when f.undo_error is null then f.attempts else f.undo_attempts end as attempts
  from saga_step f where f.saga_id = s.id and (f.status = 'FAILED' or (f.status = 'STARTED' and f.error is not null)
    or (f.undo_error is not null and f.undo_status is distinct from 'DONE')
    or (f.status = 'REFUSED' and s.status = 'NEEDS_ATTENTION'))
  order by f.undo_status = 'FAILED' desc nulls last, f.position desc limit 1`

/**
 * One page of the sagas that have not ended, the newest first, by key and by the index of those alone: what each does, since
 * when, and when it goes on by itself. What waits looks again before its lease is over.
 */
export const listSystemSagas = async (
  db: Tx,
  input: Input,
  leaseSeconds: number,
): Promise<z.infer<typeof systemSagaPageSchema>> => {
  const after = input.cursor ? parseTimeCursor(input.cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select w.id, w.name, w.state, coalesce(i.step_id, w.current_step) as "currentStep", f.error, f.attempts,
      w.started_at as "startedAt", coalesce(i.opened_at, z.paused_at, w.step_started_at, w.started_at) as "stateSince",
      case w.state when 'stopped' then i.next_try_at
        when 'waiting' then w.lease_until - make_interval(secs => ${leaseSeconds}::float8) end as "nextAt",
      w.generation, w.order_id as "orderId", o.number as "orderNumber"
    from (
      select s.*, t.started_at as step_started_at, case when ${isStuck} then 'stuck' else ${sagaState} end as state
      from (select * from saga where ${isUnfinished}) s left join ${begunStep}
    ) w left join "order" o on o.id = w.order_id
      left join order_pause z on z.order_id = w.order_id and z.resumed_at is null and w.state = 'paused'
      left join lateral (select f.* from (select w.id, w.status) s cross join lateral (${trouble}) f) f on true
      left join lateral (
        select n.step_id, n.opened_at, min(n.next_try_at) over () as next_try_at from incident n
        where n.saga_id = w.id and n.resolved_at is null and w.status = 'NEEDS_ATTENTION' order by n.opened_at desc limit 1
      ) i on true
    where (${input.state} = 'unfinished' or w.state = ${input.state})
      and (${input.name ?? null}::text is null or w.name = ${input.name ?? null})
      and w.started_at <= now() - make_interval(secs => ${input.olderThanSeconds ?? 0}::float8)
      and (${after?.at ?? null}::timestamptz is null
        or (w.started_at, w.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by w.started_at desc, w.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    sagas: page.map(row => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      stateSince: row.stateSince.toISOString(),
      nextAt: row.nextAt?.toISOString() ?? null,
      orderNumber: row.orderNumber?.toString() ?? null,
    })),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.startedAt, last.id) : null,
  }
}
