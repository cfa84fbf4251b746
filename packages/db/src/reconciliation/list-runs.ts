import type { RunView, runsSchema } from '@makegood/core/reconciliation/reconciliation-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type Row = Omit<RunView, 'since' | 'startedAt' | 'endedAt'> & { since: Date; startedAt: Date; endedAt: Date | null }

const runsMax = 20

/** The last reviews of the books, the newest first. */
export const listRuns = async (db: Tx): Promise<z.infer<typeof runsSchema>> => {
  const rows = await db.$queryRaw<Row[]>`
    select r.id, r.trigger, u.name as "askedBy", r.status, r.since, r.started_at as "startedAt", r.ended_at as "endedAt",
      r.found, r.opened, r.closed, r.not_compared as "notCompared"
    from reconciliation_run r left join "user" u on u.id = r.asked_by
    order by r.started_at desc, r.id desc limit ${runsMax}`
  return {
    runs: rows.map(row => ({
      ...row,
      since: row.since.toISOString(),
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
  }
}
