import { Prisma } from '../generated/prisma/client.ts'
import type { OutboxEvent } from './new-event.ts'

/** For how long a saga that was begun may show no first step before it is started again. */
const startLeaseSeconds = 30

/**
 * The parts of a `with` statement that write events and the rows of the sagas they begin, for each row of `source` (a name
 * in the same statement, with a `correlation_id`): they exist if and only if the change does.
 */
export const tellEvents = (source: string, events: readonly OutboxEvent[]): Prisma.Sql => {
  const rows = Prisma.sql`${Prisma.raw(source)} as source, jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
    as e(id text, name text, version int, payload jsonb, saga jsonb)`
  return Prisma.sql`told as (
      insert into outbox (id, name, version, payload, correlation_id)
      select e.id, e.name, e.version, e.payload, source.correlation_id from ${rows}
    ), begun as (
      insert into saga (id, name, order_id, input, status, correlation_id, lease_until)
      select e.saga ->> 'id', e.saga ->> 'name', e.payload ->> 'orderId', e.payload, 'RUNNING', source.correlation_id,
        now() + make_interval(secs => ${startLeaseSeconds})
      from ${rows} where jsonb_typeof(e.saga) = 'object'
      on conflict (id) do nothing
    )`
}
