import type { SystemView } from '@makegood/core/system/views'
import type { Tx } from '../client.ts'

type Row = { job: string; startedAt: Date; endedAt: Date; okAt: Date | null; error: string | null }

/** How each job went last, by name. */
export const listJobRuns = async (db: Tx): Promise<SystemView['jobs']> => {
  const rows = await db.$queryRaw<Row[]>`
    select job, started_at as "startedAt", ended_at as "endedAt", ok_at as "okAt", error from job_run order by job limit 100`
  return rows.map(row => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt.toISOString(),
    okAt: row.okAt?.toISOString() ?? null,
  }))
}
