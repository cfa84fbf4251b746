import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findPrograms } from '../../src/embedded-postgres/find-programs.ts'
import { lastLines, type Programs, runProgram } from '../../src/embedded-postgres/run-program.ts'
import { findSystemUser } from '../../src/embedded-postgres/system-user.ts'
import { keepAlive, type Victim } from './victim.ts'

const patienceMs = 60_000

export type PostgresVictim = Victim & { url: string }

/** A Postgres with empty data and the durability it has by default. */
export async function startPostgresVictim(folder: string, port: number): Promise<PostgresVictim> {
  const user = findSystemUser()
  const programs: Programs = { folder: findPrograms(folder, user), user, logFile: join(folder, 'postgres.log') }
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
  const flags = [`--pgdata=${data}`, '--encoding=UTF8', '--locale=C', '--auth=trust', '--username=crash']
  const code = await runProgram(programs, 'initdb', flags)
  if (code !== 0) throw new Error(`Postgres could not make its data folder.\n${lastLines(programs.logFile)}`)
  const url = `postgres://crash@127.0.0.1:${port}/postgres`
  const victim = await keepAlive({ name: 'postgres', start: () => startServer(programs, data, port, url) })
  return { ...victim, url }
}

/** The children of a server that was killed hold its data for a moment, so more than one try may be needed. */
async function startServer(programs: Programs, data: string, port: number, url: string): Promise<ChildProcess> {
  const giveUpAt = performance.now() + patienceMs
  let child = spawnServer(programs, data, port)
  while (!(await takesConnections(url))) {
    if (performance.now() > giveUpAt) throw new Error(`Postgres does not start.\n${lastLines(programs.logFile)}`)
    if (child.exitCode !== null) child = spawnServer(programs, data, port)
    await pause(50)
  }
  return child
}

function spawnServer({ folder, user, logFile }: Programs, data: string, port: number): ChildProcess {
  const log = openSync(logFile, 'a')
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const child = spawn(join(folder, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

async function takesConnections(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  } finally {
    await client.end()
  }
}
