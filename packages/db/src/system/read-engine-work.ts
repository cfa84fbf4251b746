import type { Tx } from '../client.ts'

/** When the engine is known to have worked last, wherever it is now: the end of the last job that it ran; null where it ran none yet. */
export const readEngineWork = async (db: Tx): Promise<Date | null> => {
  const [row] = await db.$queryRaw<{ endedAt: Date | null }[]>`select max(ended_at) as "endedAt" from job_run`
  return row?.endedAt ?? null
}
