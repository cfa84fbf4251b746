import type { Pool } from 'pg'
import type { FaultSwitches } from '../faults/fault-switches.ts'
import type { EventSender } from '../webhooks/event-sender.ts'

/** What every operation of the gateway works with; made once per process. */
export type GatewayContext = {
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

/** Who asks, as far as idempotency goes: the key, a hash of what is asked, and the id of this request. */
export type Once = { readonly key: string; readonly fingerprint: string; readonly requestId: string }

export type Answer = {
  readonly status: number
  readonly body: string
  /** The request that was first answered so, where this is a replay. */
  readonly replayOf?: string
  /** Says nothing for so long and then cuts the connection: the effect has happened, the caller never learns it. */
  readonly silentForMs?: number
}
