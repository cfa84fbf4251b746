import { Prisma } from '../generated/prisma/client.ts'
import type { SagaRef, StepRow } from './saga-ref.ts'

/**
 * The part `mine` of a `with` statement: one row where this run may still write for its saga (its generation is the newest,
 * the saga runs and goes the step's way, no cancellation stands against it), none otherwise. Renews the lease.
 */
export const touchSaga = (saga: SagaRef, step: Pick<StepRow, 'id' | 'direction' | 'stopsOnCancel'>): Prisma.Sql =>
  Prisma.sql`mine as (
      update saga set current_step = ${step.id}, lease_until = now() + make_interval(secs => ${saga.leaseSeconds})
      where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING' and direction = ${step.direction}
        and not (${step.stopsOnCancel} and exists (
          select 1 from "order" o where o.id = ${saga.orderId} and o.cancelling))
      returning id
    )`
