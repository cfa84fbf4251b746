import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { SagaRef } from './saga-ref.ts'

/** That somebody has paused the order with this id: no further step of its sagas begins until they let it go on. */
export const isPaused = (orderId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`exists (select 1 from order_pause z where z.order_id = ${orderId} and z.resumed_at is null)`

/** The same of the order of a saga that is at hand; a saga that is about no order is never paused. */
export const findPause = async (db: Tx, { orderId }: Pick<SagaRef, 'orderId'>): Promise<boolean> =>
  (await db.$queryRaw<unknown[]>`select 1 where ${isPaused(Prisma.sql`${orderId}`)}`).length > 0
