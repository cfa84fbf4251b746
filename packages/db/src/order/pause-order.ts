import { DomainError } from '@makegood/core/errors'
import { findPauseRefusal } from '@makegood/core/order/decide-pause'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { SagaStatus } from '@makegood/core/saga/saga-views'
import { asOperator } from '../audit/as-operator.ts'
import type { Db } from '../client.ts'

export type PauseRequest = {
  readonly orderId: string
  readonly pauseId: string
  readonly operatorId: string
  readonly reason: string
}

/**
 * An operator pauses one order, once for one client-made id, with its audit entry: from its commit on no further step of the
 * order's sagas begins. What has begun is recorded; money and stock stay where they are. Refused where it is paused already,
 * by whom being said, or nothing of it can stand still.
 */
export const pauseOrder = async (db: Db, request: PauseRequest): Promise<void> => {
  const { orderId, pauseId, operatorId, reason } = request
  if ((await db.orderPause.count({ where: { id: pauseId, orderId, pausedBy: operatorId } })) > 0) return
  await asOperator(db, { operatorId, action: 'order.pause', subject: pauseId, reason }, async tx => {
    const [order] = await tx.$queryRaw<{ status: OrderStatus }[]>`
      select status from "order" where id = ${orderId} for update`
    if (!order) throw new DomainError('not-found', `no order ${orderId}`)
    // Asked only now: whoever held the row before may have paused it.
    const [facts] = await tx.$queryRaw<{ sagas: SagaStatus[]; by: string | null }[]>`
      select array(select distinct status from saga where order_id = ${orderId}) as sagas,
        (select coalesce(u.name, z.paused_by) from order_pause z left join "user" u on u.id = z.paused_by
          where z.order_id = ${orderId} and z.resumed_at is null) as by`
    const by = facts?.by ?? null
    const refusal = findPauseRefusal({ ...order, paused: by !== null, sagas: facts?.sagas ?? [] })
    if (refusal) throw new DomainError(refusal, 'the order cannot be paused', by === null ? {} : { by })
    await tx.$executeRaw`
      insert into order_pause (id, order_id, reason, paused_by) values (${pauseId}, ${orderId}, ${reason}, ${operatorId})`
    return { orderId }
  })
}
