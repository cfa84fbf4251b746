import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from './is-paused.ts'
import type { SagaRef, StepRow } from './saga-ref.ts'

type Touch = Pick<StepRow, 'id' | 'direction' | 'stopsOnCancel'> & {
  /** True where it begins something: a paused order lets nothing begin, and what has begun is recorded all the same. */
  readonly begins: boolean
}

/**
 * The part `mine` of a `with` statement: one row where this run may still write for its saga (its generation is the newest,
 * the saga runs and goes the step's way, no cancellation stands against it, and the order is not paused where something
 * begins), none otherwise. Renews the lease.
 */
export const touchSaga = (saga: SagaRef, step: Touch): Prisma.Sql =>
  Prisma.sql`mine as (
      update saga set current_step = ${step.id}, lease_until = now() + make_interval(secs => ${saga.leaseSeconds})
      where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING' and direction = ${step.direction}
        and not (${step.stopsOnCancel} and exists (
          select 1 from "order" o where o.id = ${saga.orderId} and o.cancelling))
        and not (${step.begins} and ${isPaused(Prisma.sql`${saga.orderId}`)})
      returning id
    )`
