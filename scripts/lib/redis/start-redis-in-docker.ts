import { spawn, spawnSync } from 'node:child_process'
import { PlainError } from '../plain-error.ts'
import { waitForRedis } from './ask-redis.ts'
import { type OwnRedis, type RedisOptions, redisStartBoundMs } from './own-redis.ts'

const image = 'redis:8-alpine'

const docker = (file: string, args: string[], timeout: number) => {
  const { status, stderr, error } = spawnSync(file, args, { encoding: 'utf8', timeout })
  return status === 0 ? undefined : (error?.message ?? stderr.trim())
}

/** The same Redis in a container of our own name, on the same data folder; one left from a killed start is replaced. */
export const startRedisInDocker = async (file: string, options: RedisOptions): Promise<OwnRedis> => {
  const { dataDir, port, durable } = options
  const name = `makegood-redis-${port}`
  const left = docker(file, ['rm', '--force', name], 30_000)
  if (left !== undefined && !/no such container/i.test(left))
    throw new PlainError(`Docker cannot remove ${name}: ${left}`)
  const place = ['--publish', `127.0.0.1:${port}:6379`, '--volume', `${dataDir}:/data`]
  const keep = durable ? ['--appendonly', 'yes'] : ['--save', '']
  const args = ['run', '--detach', '--rm', '--name', name, ...place, image, 'redis-server', ...keep]
  const failure = docker(file, args, 5 * 60_000)
  if (failure !== undefined) throw new PlainError(`Docker cannot run ${image}: ${failure}`)
  const url = `redis://127.0.0.1:${port}`
  const { version } = await waitForRedis(url, redisStartBoundMs)
  return {
    url,
    version,
    identity: undefined,
    reused: false,
    interrupt: () => {
      spawn(file, ['kill', name], { stdio: 'ignore', detached: true }).unref()
    },
    stop: async () => {
      const refused = docker(file, ['stop', '--timeout', '20', name], 40_000)
      if (refused !== undefined) throw new PlainError(`Docker cannot stop ${name}: ${refused}`)
    },
  }
}
