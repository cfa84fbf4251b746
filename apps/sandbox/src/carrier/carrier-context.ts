import type { Pool } from 'pg'
import type { FaultSwitches } from '../faults/fault-switches.ts'
import type { EventSender } from '../webhooks/event-sender.ts'

/** What every operation of the carrier works with; made once per process. */
export type CarrierContext = {
  readonly pool: Pool
  readonly faults: FaultSwitches
  readonly events: EventSender
  /** Idempotency keys whose request is being worked on; at most as many as there are open requests. */
  readonly keysInFlight: Set<string>
  /** Ends waits and silences when the process ends. */
  readonly closing: AbortSignal
  /** Where a shopper's browser finds this server. */
  readonly publicUrl: string
}
