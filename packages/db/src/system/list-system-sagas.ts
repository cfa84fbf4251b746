import type { listSystemSagasInput, SystemSaga, systemSagaPageSchema } from '@makegood/core/system/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { isUnfinished } from '../saga/is-unfinished.ts'

type Input = z.output<typeof listSystemSagasInput>
type Row = Omit<SystemSaga, 'startedAt' | 'orderNumber'> & { startedAt: Date; orderNumber: bigint | null }

const pageSize = 50

const troubled = Prisma.sql`
  (select t.error, t.undo_error, t.attempts, t.undo_attempts from saga_step t where t.saga_id = s.id
    and (t.status = 'FAILED' or t.undo_error is not null and t.undo_status is distinct from 'DONE')
    order by t.position desc limit 1)`

const states: Readonly<Record<Input['state'], Prisma.Sql>> = {
  unfinished: Prisma.sql`true`,
  running: Prisma.sql`s.status = 'RUNNING'`,
  stuck: Prisma.sql`s.status = 'RUNNING' and s.lease_until < now()`,
  retrying: Prisma.sql`s.status = 'RUNNING' and exists ${troubled}`,
  undoing: Prisma.sql`s.status = 'RUNNING' and s.direction = 'UNDOING'`,
  stopped: Prisma.sql`s.status = 'NEEDS_ATTENTION'`,
}

/** One page of the sagas that have not ended, the newest first, by key and by the index of those alone. */
export const listSystemSagas = async (db: Tx, input: Input): Promise<z.infer<typeof systemSagaPageSchema>> => {
  const after = input.cursor ? parseTimeCursor(input.cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select s.id, s.name, s.status, s.direction, s.status = 'RUNNING' and s.lease_until < now() as stuck,
      s.status = 'RUNNING' and t.attempts is not null as retrying, s.current_step as "currentStep",
      coalesce(t.undo_error, t.error) as error,
      case when t.undo_error is null then t.attempts else t.undo_attempts end as attempts,
      s.started_at as "startedAt", s.generation, s.order_id as "orderId", o.number as "orderNumber"
    from (select * from saga where ${isUnfinished}) s left join "order" o on o.id = s.order_id left join lateral ${troubled} t on true
    where ${states[input.state]}
      and (${input.name ?? null}::text is null or s.name = ${input.name ?? null})
      and s.started_at <= now() - make_interval(secs => ${input.olderThanSeconds ?? 0}::float8)
      and (${after?.at ?? null}::timestamptz is null
        or (s.started_at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by s.started_at desc, s.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    sagas: page.map(row => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      orderNumber: row.orderNumber?.toString() ?? null,
    })),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.startedAt, last.id) : null,
  }
}
