import type { Pool } from 'pg'
import type { FaultSwitches } from '../faults/fault-switches.ts'

/** What mailbox, SMS provider, push service and data platform work with; made once per process. */
export type MessageContext = {
  readonly pool: Pool
  readonly faults: FaultSwitches
  /** Ends waits and silences when the process ends. */
  readonly closing: AbortSignal
}
