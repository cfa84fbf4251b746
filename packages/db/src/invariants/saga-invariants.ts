import type { Invariant } from './invariant.ts'

export const sagaInvariants: readonly Invariant[] = [
  {
    invariant: 'a saga that waits for a person is in front of one, and one that ended well is not',
    find: db => db.$queryRaw`
      select s.id as subject, format('%s with %s open incidents', s.status, count(i.id)) as detail
      from saga s left join incident i on i.saga_id = s.id and i.resolved_at is null
        and i.kind in ('undo-failed', 'step-failed', 'saga-failed', 'saga-held', 'refund-failed')
      where s.status <> 'RUNNING'
      group by s.id having (s.status = 'NEEDS_ATTENTION' and count(i.id) = 0)
        or (s.status in ('COMPLETED', 'UNDONE') and count(i.id) > 0) limit 100`,
  },
  {
    invariant: 'an undo that failed is in front of a person',
    find: db => db.$queryRaw`
      select s.saga_id as subject, format('undo of %s failed: %s', s.step_id, s.undo_error) as detail
      from saga_step s join saga g on g.id = s.saga_id
      where s.undo_status = 'FAILED' and g.status <> 'RUNNING'
        and not exists (select 1 from incident i where i.saga_id = s.saga_id and i.step_id = 'undo:' || s.step_id) limit 100`,
  },
  {
    invariant: 'everything that was begun of an undone saga is undone',
    find: db => db.$queryRaw`
      select s.saga_id as subject, format('%s is %s, its undo %s', s.step_id, s.status, coalesce(s.undo_status, 'never ran')) as detail
      from saga_step s join saga g on g.id = s.saga_id
      where g.status = 'UNDONE' and s.kind = 'undoable' and s.status in ('STARTED', 'DONE')
        and s.undo_status is distinct from 'DONE' limit 100`,
  },
  {
    invariant: 'an order needs attention exactly while one of its incidents is open',
    find: db => db.$queryRaw`
      select o.id as subject, format('marked %s with %s open incidents', o.needs_attention, count(i.id)) as detail
      from "order" o left join incident i on i.order_id = o.id and i.resolved_at is null
      group by o.id having o.needs_attention <> (count(i.id) > 0) limit 100`,
  },
  {
    invariant: 'an order that is being cancelled is held by a saga that runs or is in front of a person',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s, being cancelled by nobody', o.status) as detail
      from "order" o
      where o.cancelling and not o.needs_attention and not exists (
        select 1 from saga s where s.order_id = o.id and s.status = 'RUNNING') limit 100`,
  },
  {
    invariant: 'no order waits for a saga that is not there',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s and no saga of it runs or waits for a person', o.status) as detail
      from "order" o
      where o.status in ('PENDING', 'PAYMENT_PROCESSING', 'CONFIRMED', 'RETURNED') and not o.needs_attention and not exists (
        select 1 from saga s where s.order_id = o.id and s.status in ('RUNNING', 'NEEDS_ATTENTION')) limit 100`,
  },
]
