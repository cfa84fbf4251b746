import { readFile } from 'node:fs/promises'
import pg from 'pg'

const tickMs = 10
const pageBytes = 4_096

/** Processor time that a process has used, in milliseconds; 0 where the system does not tell. */
export async function cpuMs(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

/** Memory that a process holds, in megabytes; 0 where the system does not tell. */
export async function residentMb(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0
  const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1])
  return (pages * pageBytes) / 1_048_576
}

/** Processor time of the Postgres processes that work for the database; 0 where Postgres is on another machine. */
export async function postgresCpuMs(databaseUrl: string | undefined): Promise<number> {
  if (databaseUrl === undefined) return 0
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const times = await Promise.allSettled(rows.map(row => cpuMs(row.pid)))
    return times.reduce((sum, time) => sum + (time.status === 'fulfilled' ? time.value : 0), 0)
  } finally {
    await client.end()
  }
}
