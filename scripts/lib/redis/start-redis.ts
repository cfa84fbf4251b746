import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorText, PlainError } from '../plain-error.ts'
import { endProcess, signalProcess } from '../processes/end-process.ts'
import { identify, isSameAlive } from '../processes/process-identity.ts'
import { askRedis, waitForRedis } from './ask-redis.ts'
import { findRedis } from './find-redis.ts'
import { type OwnRedis, type RedisOptions, redisStartBoundMs } from './own-redis.ts'
import { startRedisInDocker } from './start-redis-in-docker.ts'

/** The Redis that already runs on this data folder, or undefined. */
export const findRunningRedis = async (url: string, dataDir: string) => {
  try {
    const facts = await askRedis(url, 1000)
    return realpathSync(facts.dataDir) === realpathSync(dataDir) ? facts : undefined
  } catch {
    // Nothing of ours answers there; whoever else has the port was named before this.
    return undefined
  }
}

const running = (url: string, facts: { pid: number; version: string }, reused: boolean): OwnRedis => {
  const identity = identify(facts.pid)
  return {
    url,
    version: facts.version,
    identity,
    reused,
    interrupt: () => {
      if (identity !== undefined) signalProcess(identity.pid, 'SIGTERM', false)
    },
    // SIGTERM makes Redis write everything out before it ends.
    stop: async () => {
      if (identity === undefined || !isSameAlive(identity)) return
      if (await endProcess(identity, { boundMs: 20_000 })) return
      throw new PlainError(
        'Redis did not stop within 20 s and was killed; its append-only file has all but the last second.',
      )
    },
  }
}

/**
 * Starts Redis on its own data folder, which survives it (every write goes to its append-only file), and waits until it
 * answers. One left running on the same data is taken over as it is.
 */
export const startRedis = async (options: RedisOptions): Promise<OwnRedis> => {
  const { dataDir, port, logFile, durable } = options
  const url = `redis://127.0.0.1:${port}`
  mkdirSync(dataDir, { recursive: true })
  mkdirSync(dirname(logFile), { recursive: true })
  const found = await findRunningRedis(url, dataDir)
  if (found !== undefined) return running(url, found, true)
  const program = await findRedis(options.variables, dirname(logFile), options.signal)
  if (program.kind === 'docker') return startRedisInDocker(program.file, options)
  const keep = durable ? ['--appendonly', 'yes', '--appendfsync', 'everysec'] : ['--appendonly', 'no', '--save', '']
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dataDir, '--daemonize', 'no']
  const log = openSync(logFile, 'a')
  const child = spawn(program.file, [...place, ...keep], {
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
  })
  closeSync(log)
  child.unref()
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new PlainError(`it ended with ${code}`)))
  })
  try {
    return running(url, await Promise.race([waitForRedis(url, redisStartBoundMs), failed]), false)
  } catch (error) {
    const said = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
    throw new PlainError(`Redis (${program.file}) did not start: ${errorText(error)}.\n${said}\nAll of it: ${logFile}`)
  }
}
