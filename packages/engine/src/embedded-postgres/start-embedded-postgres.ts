import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { chooseFolder } from './choose-folder.ts'
import { findPrograms } from './find-programs.ts'
import { disarmLock, hasEnded, readNotedPort } from './lock-file.ts'
import { lastLines, type Programs, runProgram } from './run-program.ts'
import { findSystemUser } from './system-user.ts'

export type EmbeddedPostgres = {
  /** The engine's database on it. */
  url: string
  folder: string
  /** It was running already: left by an engine that was killed, or another engine's. */
  takenOver: boolean
  isGone(): boolean
  /** On the same port as before. */
  startAgain(): Promise<void>
  /** Ends the server; what was committed stays in the folder. */
  stop(): Promise<void>
}

const user = 'engine'
const database = 'engine'
const startTries = 5

const settings = ['listen_addresses=127.0.0.1', "unix_socket_directories=''", 'jit=off', 'timezone=UTC']

/**
 * Starts a Postgres of the engine's own on a free port of this machine, with its data in the folder, and waits until it
 * takes connections. A server that a killed engine has left running on the data is taken over as it is.
 */
export async function startEmbeddedPostgres(asked: string): Promise<EmbeddedPostgres> {
  const system = findSystemUser()
  const folder = chooseFolder(asked, system)
  const programs: Programs = {
    folder: findPrograms(folder, system),
    user: system,
    logFile: join(folder, 'postgres.log'),
  }
  const data = join(folder, 'data')
  const password = await initialise(programs, folder, data)
  const running = await answeringPort(data, password)
  const port = running ?? (await start(programs, data, password))
  await ensureDatabase(port, password)
  return {
    url: addressOf(port, password, database),
    folder,
    takenOver: running !== undefined,
    isGone: () => hasEnded(data),
    async startAgain() {
      await start(programs, data, password, port)
    },
    async stop() {
      if (hasEnded(data)) return
      const code = await runProgram(programs, 'pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'])
      if (code !== 0) throw new Error(`The embedded Postgres did not stop.\n${lastLines(programs.logFile)}`)
    },
  }
}

function addressOf(port: number, password: string, name: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
}

/** Makes the data folder once; one that an earlier start left half made is made anew, since nothing was in it yet. */
async function initialise(programs: Programs, folder: string, data: string): Promise<string> {
  const passwordFile = join(folder, 'password')
  const marker = join(folder, 'initialised')
  if (existsSync(marker)) return readFileSync(passwordFile, 'utf8').trim()
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (programs.user) for (const path of [data, passwordFile]) chownSync(path, programs.user.uid, programs.user.gid)
  const code = await runProgram(programs, 'initdb', [
    `--pgdata=${data}`,
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
  ])
  if (code !== 0) throw new Error(`Postgres could not make its data folder ${data}.\n${lastLines(programs.logFile)}`)
  writeFileSync(marker, '')
  return password
}

async function start(programs: Programs, data: string, password: string, earlier?: number): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    disarmLock(data)
    const port = earlier ?? (await findFreePort())
    const flags = [`-p ${port}`, ...settings.map(setting => `-c ${setting}`)].join(' ')
    const code = await runProgram(programs, 'pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-o', flags])
    if (code === 0) return port
    // A server that was just ending, or the children of a killed one, may have been in the way.
    const answering = await answeringPort(data, password)
    if (answering !== undefined) return answering
    if (tries === startTries) {
      throw new Error(`The embedded Postgres did not start.\n${lastLines(programs.logFile)}`)
    }
    await wait(300 * tries)
  }
}

/** The port of the server that runs on the data and answers. */
async function answeringPort(data: string, password: string): Promise<number | undefined> {
  const port = readNotedPort(data)
  if (port === undefined) return undefined
  const client = createClient(port, password)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === data ? port : undefined
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  } finally {
    await client.end()
  }
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = createClient(port, password)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function createClient(port: number, password: string): pg.Client {
  const client = new pg.Client({
    connectionString: addressOf(port, password, 'postgres'),
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  })
  client.on('error', () => client.end())
  return client
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
