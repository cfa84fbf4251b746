import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorText, PlainError } from '../plain-error.ts'
import { endProcess, signalProcess } from '../processes/end-process.ts'
import { isSameAlive, type ProcessIdentity } from '../processes/process-identity.ts'
import { askDatabase } from './ensure-database.ts'
import { findPostgres, type PostgresProgram } from './find-postgres.ts'
import { chooseSettings, type PostgresSettings } from './postgres-settings.ts'
import { disarmStaleLock, findPostmaster, type RunningPostmaster } from './postmaster-pid.ts'

export interface PostgresOptions {
  dataDir: string
  port: number
  password: string
  logFile: string
  durable: boolean
  settings?: PostgresSettings | undefined
}

export interface OwnPostgres {
  /** The superuser's address, without a database's name at its end. */
  serverUrl: string
  identity: ProcessIdentity
  /** It was left running by an earlier start. */
  reused: boolean
  stop: () => Promise<void>
  /** Asks it to end at once without waiting for it; what was committed is safe in its log. */
  interrupt: () => void
}

export const postgresUser = 'makegood'
const startSecondsMax = 60
const addressOf = (port: number, password: string) => `postgres://${postgresUser}:${password}@127.0.0.1:${port}`
const startTries = 5

const run = (program: PostgresProgram, name: string, args: string[], logFile: string): Promise<number> => {
  const log = openSync(logFile, 'a')
  const ids = program.user === undefined ? {} : { uid: program.user.uid, gid: program.user.gid }
  const options = { ...ids, cwd: '/', timeout: (startSecondsMax + 10) * 1000, detached: process.platform !== 'win32' }
  const child = spawn(join(program.binDir, name), args, { ...options, stdio: ['ignore', log, log] })
  closeSync(log)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

const hasWrongPassword = (error: unknown) => error instanceof Error && 'code' in error && error.code === '28P01'

/** The server that runs on the data and answers; one that is just ending is waited for, within bounds. */
const findAnswering = async (dataDir: string, password: string): Promise<RunningPostmaster | undefined> => {
  const until = performance.now() + startSecondsMax * 1000
  for (;;) {
    const found = findPostmaster(dataDir)
    if (found === undefined) return undefined
    try {
      await askDatabase(`${addressOf(found.port, password)}/postgres`, 2000)
      return found
    } catch (error) {
      if (hasWrongPassword(error)) {
        throw new PlainError(
          `The data in ${dataDir} has another password than .makegood/keys.env. Put the old keys back, or start anew with: npm run reset`,
        )
      }
      if (performance.now() > until) {
        throw new PlainError(
          `Postgres (process ${found.identity.pid}) runs on ${dataDir} and does not answer: ${errorText(error)}`,
        )
      }
      await wait(200)
    }
  }
}

const logTail = (logFile: string) => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n')

/** Makes the data folder once. A folder that an earlier try left half made is made anew, since nothing was in it yet. */
const initialise = async (program: PostgresProgram, options: PostgresOptions): Promise<void> => {
  const { dataDir, password, logFile } = options
  const marker = `${dataDir}.ready`
  if (existsSync(marker)) return
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const passwordFile = `${dataDir}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (program.user !== undefined) {
    chmodSync(dirname(dataDir), 0o755)
    for (const path of [dataDir, passwordFile]) chownSync(path, program.user.uid, program.user.gid)
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sign = ['--auth=scram-sha-256', `--username=${postgresUser}`, `--pwfile=${passwordFile}`]
  const sync = options.durable ? [] : ['--no-sync']
  const code = await run(program, 'initdb', [`--pgdata=${dataDir}`, ...locale, ...sign, ...sync], logFile)
  rmSync(passwordFile)
  if (code !== 0) throw new PlainError(`Postgres could not make its data folder ${dataDir}.\n${logTail(logFile)}`)
  writeFileSync(marker, '')
}

/**
 * Starts the embedded Postgres on its data folder, which survives it, and waits until it takes connections. A lock file
 * left by a crash does not stop it, and a server left running on the same data is taken over as it is.
 */
export const startPostgres = async (options: PostgresOptions): Promise<OwnPostgres> => {
  const { dataDir, port, password, logFile } = options
  mkdirSync(dirname(logFile), { recursive: true })
  mkdirSync(dirname(dataDir), { recursive: true })
  const found = await findAnswering(dataDir, password)
  if (found === undefined) {
    const program = findPostgres()
    await initialise(program, options)
    const settings = Object.entries(chooseSettings(options.durable, options.settings))
    const flags = [`-p ${port}`, ...settings.map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)].join(
      ' ',
    )
    for (let tries = 1; ; tries++) {
      disarmStaleLock(dataDir)
      const args = ['start', '-w', '-t', String(startSecondsMax), '-D', dataDir, '-o', flags]
      if ((await run(program, 'pg_ctl', args, logFile)) === 0) break
      if (tries === startTries)
        throw new PlainError(`Postgres did not start.\n${logTail(logFile)}\nAll of it: ${logFile}`)
      // After a kill -9 the old server's children need a moment to notice before the data is free.
      await wait(500 * tries)
    }
  }
  const running = found ?? (await findAnswering(dataDir, password))
  if (running === undefined) throw new PlainError(`Postgres started and ended at once.\n${logTail(logFile)}`)
  const { identity } = running
  return {
    serverUrl: addressOf(running.port, password),
    identity,
    reused: found !== undefined,
    interrupt: () => signalProcess(identity.pid, 'SIGQUIT', false),
    // SIGINT is Postgres's "fast" stop: open transactions are rolled back, committed ones are written out.
    stop: async () => {
      if (!isSameAlive(identity)) return
      const byItself = await endProcess(identity, { signal: 'SIGINT', boundMs: 30_000 })
      if (!byItself)
        throw new PlainError('Postgres did not stop within 30 s and was killed; it recovers at the next start.')
    },
  }
}
