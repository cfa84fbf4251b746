import { Prisma } from '../generated/prisma/client.ts'
import type { OutboxEvent } from './new-event.ts'

/** For how long a saga that was begun or woken may show no step before it is started again. */
const startLeaseSeconds = 30

/**
 * The parts of a `with` statement that write events and the rows of the sagas they begin, for each row of `source` (a name
 * in the same statement, with a `correlation_id`): they exist if and only if the change does. A saga that waits for one of
 * them counts as alive only for as long as it takes to go on.
 */
export const tellEvents = (source: string, events: readonly OutboxEvent[]): Prisma.Sql => {
  const rows = Prisma.sql`${Prisma.raw(source)} as source, jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
    as e(id text, name text, version int, payload jsonb, saga jsonb, wakes jsonb)`
  return Prisma.sql`told as (
      insert into outbox (id, name, version, payload, correlation_id)
      select e.id, e.name, e.version, e.payload, source.correlation_id from ${rows}
    ), begun as (
      insert into saga (id, name, order_id, input, status, correlation_id, lease_until)
      select e.saga ->> 'id', e.saga ->> 'name', e.payload ->> 'orderId', e.payload, 'RUNNING', source.correlation_id,
        now() + make_interval(secs => ${startLeaseSeconds})
      from ${rows} where jsonb_typeof(e.saga) = 'object'
      on conflict (id) do nothing
    )${events.some(event => event.wakes) ? wake(rows) : Prisma.empty}`
}

/**
 * Only a saga that waits is written: its run holds no lock on it then. A saga at work is never touched by the transactions
 * of others, which hold its order's row.
 */
const wake = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`, woken as (
      update saga s set lease_until = now() + make_interval(secs => ${startLeaseSeconds})
      from (select e.wakes ->> 'id' as id, e.wakes ->> 'step' as step from ${rows} where jsonb_typeof(e.wakes) = 'object') w
      where s.id = w.id and s.status = 'RUNNING' and s.current_step = w.step
        and s.lease_until > now() + make_interval(secs => ${startLeaseSeconds})
    )`
