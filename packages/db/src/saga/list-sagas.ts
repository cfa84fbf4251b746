import type { listSagasInput } from '@makegood/core/saga/incident-inputs'
import type { SagaRowView, sagaPageSchema } from '@makegood/core/saga/incident-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { isPaused } from './is-paused.ts'

type Row = Omit<SagaRowView, 'startedAt'> & { startedAt: Date }

const pageSize = 50
const isStalled = Prisma.sql`(lease_until < now() and not ${isPaused(Prisma.sql`saga.order_id`)})`

/** One page of the sagas that run, or of those among them that show no progress, the newest first, by key. */
export const listSagas = async (
  db: Tx,
  { state, cursor }: z.output<typeof listSagasInput>,
): Promise<z.infer<typeof sagaPageSchema>> => {
  const after = cursor ? parseTimeCursor(cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select id, name, status, direction, current_step as "currentStep", generation, order_id as "orderId",
      started_at as "startedAt", ${isStalled} as stalled
    from saga
    where status = 'RUNNING' and (${state === 'running'} or ${isStalled})
      and (${after?.at ?? null}::timestamptz is null
        or (started_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by started_at desc, id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    sagas: page.map(row => ({ ...row, startedAt: row.startedAt.toISOString() })),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.startedAt, last.id) : null,
  }
}
