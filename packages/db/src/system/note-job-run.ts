import type { Tx } from '../client.ts'

export type JobRunNote = { readonly job: string; readonly startedAt: Date; readonly error: string | null }

/** Writes down how a job's last run went; when it last went well stays where it did not. */
export const noteJobRun = async (db: Tx, { job, startedAt, error }: JobRunNote): Promise<void> => {
  await db.$executeRaw`
    insert into job_run as j (job, started_at, ended_at, ok_at, error)
    values (${job}, least(${startedAt}::timestamptz, now()), now(), case when ${error}::text is null then now() end, ${error?.slice(0, 500) ?? null})
    on conflict (job) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
      ok_at = coalesce(excluded.ok_at, j.ok_at), error = excluded.error`
}
