import type { Db } from '@makegood/db/client'
import { webhookSubjectSql } from '@makegood/db/webhook/webhook-subject'

/** Something that is still under way, and the order that it is of. */
export type Unfinished = { readonly what: string; readonly orderId: string | null }

/** Everything that must come to an end before the invariants can be judged. */
export const findUnfinished = (db: Db): Promise<Unfinished[]> => db.$queryRaw<Unfinished[]>`
  select format('%s runs, at %s, direction %s, generation %s', id, current_step, direction, generation) as what,
    order_id as "orderId" from saga where status = 'RUNNING'
  union all
  select format('event %s %s is not sent: %s', name, id, last_error), payload ->> 'orderId' from outbox where sent_at is null
  union all
  select format('webhook %s %s is not handled', type, event_id), null from webhook_inbox w
  where handled_at is null and not exists (
    select 1 from incident i where i.saga_id = ${webhookSubjectSql} and i.resolution = 'resolved')
  union all
  select format('the sandbox has not sent %s %s: %s', type, id, last_error), null from sandbox.webhook_event
  where delivered_at is null and given_up_at is null
  union all
  select format('incident %s of %s at %s: %s', kind, saga_id, step_id, detail), order_id from incident where resolved_at is null
  union all
  select format('return %s is %s', id, status), order_id from return_request where status not in ('REFUNDED', 'REJECTED')
  union all
  select format('limit %s is due', kind), order_id from order_limit where settled_at is null and due_at <= now()`
