import type { Variables } from '../env.ts'
import type { Stores } from '../lib/bring-up-stores.ts'
import type { ThrowAway } from './throw-away.ts'

/** What every kind of test is given. */
export interface TestRun {
  throwAway: ThrowAway
  variables: Variables
  /** The throw-away Postgres and Redis, started when first asked for. */
  stores: () => Promise<Stores>
  signal: AbortSignal
}
