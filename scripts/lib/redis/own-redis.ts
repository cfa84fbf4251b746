import type { Variables } from '../../env.ts'
import type { ProcessIdentity } from '../processes/process-identity.ts'

export interface RedisOptions {
  dataDir: string
  port: number
  logFile: string
  durable: boolean
  variables: Variables
  signal?: AbortSignal | undefined
}

export interface OwnRedis {
  url: string
  version: string
  /** Undefined where Docker runs it. */
  identity: ProcessIdentity | undefined
  /** It was left running by an earlier start. */
  reused: boolean
  stop: () => Promise<void>
  /** Asks it to end without waiting for it. */
  interrupt: () => void
}

export const redisStartBoundMs = 30_000
