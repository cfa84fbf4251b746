import type { Tx } from '../client.ts'
import type { OutboxEvent } from './new-event.ts'

/** Writes events in the caller's transaction: they are sent if and only if it commits. */
export const appendEvents = async (tx: Tx, correlationId: string, events: readonly OutboxEvent[]): Promise<void> => {
  await tx.$executeRaw`
    insert into outbox (id, name, version, payload, correlation_id)
    select e.id, e.name, e.version, e.payload, ${correlationId}
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id text, name text, version int, payload jsonb)`
}
