import type { Tx } from '../client.ts'
import type { OutboxEvent } from './new-event.ts'
import { tellEvents } from './tell-events.ts'

/** Writes events in the caller's transaction: they are sent, and the sagas they begin exist, if and only if it commits. */
export const appendEvents = async (tx: Tx, correlationId: string, events: readonly OutboxEvent[]): Promise<void> => {
  await tx.$executeRaw`
    with cause as (select ${correlationId}::text as correlation_id), ${tellEvents('cause', events)}
    select 1`
}
