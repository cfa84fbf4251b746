import type { Logger } from 'pino'
import type { Clock } from './clock.ts'

export type EngineOptions = {
  databaseUrl: string
  host?: string
  /** 0 takes any free port. */
  port?: number
  /** Keys that may send events; with none of them and no signing key the engine runs in development mode. */
  eventKeys?: string[]
  /** Signs what goes to apps, and is asked of whoever uses the API. */
  signingKey?: string
  /** Most calls to apps at once. */
  appConcurrency?: number
  /** A flat wait between attempts instead of the real server's growing ones. */
  retryIntervalMs?: number
  /** How long one call of an app may take. */
  appTimeoutMs?: number
  /** How long closing waits for calls under way. */
  closePatienceMs?: number
  /** Whether the page at / is served; it is unless this is false. */
  ui?: boolean
  /** With this key GET /metrics may be read, besides with the signing key. */
  metricsKey?: string
  /** Apps that are asked for their functions at start, by the addresses of their serve endpoints. */
  appUrls?: string[]
  /** How often every known app is asked for its functions again, in milliseconds; not at all where it is 0 or absent. */
  pollIntervalMs?: number
  /** Ended runs and events of this age, in milliseconds, are removed; none where it is 0 or absent. */
  retentionMs?: number
  /** The engine's only source of time; the system's where it is absent. createTestClock makes one that tests move. */
  clock?: Clock
  /** Where the engine logs; nowhere where it is absent. */
  log?: Logger
  /** The engine has lost its place to another and has stopped. */
  onLost?(reason: string): void
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Refuses settings that would leave the engine open to anyone who can reach it, or half signed. */
export function checkOptions({ host = '127.0.0.1', eventKeys = [], signingKey }: EngineOptions): 'dev' | 'cloud' {
  if (eventKeys.length > 0 && signingKey) return 'cloud'
  if (eventKeys.length > 0 || signingKey) {
    const [given, missing] = signingKey
      ? ['A signing key', 'an event key (--event-key, INNGEST_EVENT_KEY)']
      : ['An event key', 'a signing key (--signing-key, INNGEST_SIGNING_KEY)']
    throw new Error(`${given} is given without ${missing}: give both, or neither for development mode`)
  }
  if (loopback.has(host)) return 'dev'
  throw new Error(`Without an event key and a signing key the engine listens on loopback only, not on ${host}`)
}
