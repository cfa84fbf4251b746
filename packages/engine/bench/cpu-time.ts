import { readFile } from 'node:fs/promises'
import pg from 'pg'

const tickMs = 10

/** CPU time that a process has used, in milliseconds; 0 where the system does not tell. */
export async function cpuMs(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

/** CPU time of the Postgres processes that work for the engine; 0 where Postgres is on another machine. */
export async function postgresCpuMs(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name like 'engine%' and datname = current_database()",
    )
    const times = await Promise.allSettled(rows.map(row => cpuMs(row.pid)))
    return times.reduce((sum, time) => sum + (time.status === 'fulfilled' ? time.value : 0), 0)
  } finally {
    await client.end()
  }
}
