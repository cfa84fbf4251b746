import { sagaWaits } from '@makegood/core/saga/saga-wakes'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from './is-paused.ts'

/** The step `t` that the unfinished saga `s` has begun and not ended. */
export const begunStep = Prisma.sql`
  saga_step t on t.saga_id = s.id and t.step_id = s.current_step and t.status in ('STARTED', 'FAILED')`

/**
 * What an unfinished saga `s` does, by its step `t`: it stands still where its order is paused. One that waits for somebody looks again and again, which is no retry;
 * what goes back tries again as well, and is told as going back.
 */
export const sagaState = Prisma.sql`
  case when s.status = 'NEEDS_ATTENTION' then 'stopped' when ${isPaused(Prisma.sql`s.order_id`)} then 'paused'
    when s.direction = 'UNDOING' then 'undoing'
    when s.current_step = any(${[...sagaWaits]}::text[]) and t.status is distinct from 'FAILED' then 'waiting'
    when t.status = 'FAILED' or t.attempts > 1 or t.error is not null then 'retrying' else 'running' end`
