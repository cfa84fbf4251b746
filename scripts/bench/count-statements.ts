import type { Db } from '../../packages/db/src/client.ts'

export const resetStatements = async (db: Db): Promise<void> => {
  await db.$queryRaw`select pg_stat_statements_reset()::text`
}

export type StatementRow = { readonly calls: number; readonly totalMs: number; readonly query: string }

/** What Postgres has run since the last reset, for shop, engine and gateway together, the most frequent first. */
export const listStatements = async (db: Db): Promise<readonly StatementRow[]> => {
  const rows = await db.$queryRaw<{ calls: bigint; totalMs: number; query: string }[]>`
    select calls, total_exec_time as "totalMs", query from pg_stat_statements order by calls desc`
  return rows.map(row => ({ ...row, calls: Number(row.calls), query: row.query.replaceAll(/\s+/g, ' ').trim() }))
}
