import { closePassed } from '@makegood/db/incident/close-passed'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { appendEvents } from '@makegood/db/outbox/append-events'
import { newEvent } from '@makegood/db/outbox/new-event'
import { lockReturn } from '@makegood/db/return/lock-return'
import { markReturnRefunded } from '@makegood/db/return/move-return'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReturnOrderData } from './return-order-data.ts'

/**
 * The return is over, once: the money is back. An order of which nothing is left moves RETURNED -> REFUNDED with it, and what
 * became of its parcels is nobody's business any more.
 */
export const finishReturnStep: SagaStep<ReturnOrderData> = {
  id: 'finish-return',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { saga, data: { orderId, returnId } }) {
    const { orderStatus, orderVersion, whole } = await lockReturn(tx, returnId)
    if (!(await markReturnRefunded(tx, returnId))) return { outcome: 'done', result: { finished: false } }
    const events = [newEvent('return/refunded', { orderId, returnId })]
    if (!whole || orderStatus !== 'RETURNED') {
      await appendEvents(tx, saga.correlationId, events)
      return { outcome: 'done', result: { finished: true } }
    }
    const moved = await transitionOrder(tx, {
      orderId,
      from: 'RETURNED',
      reason: 'refunded',
      mover: 'system',
      version: orderVersion,
      details: { returnId },
      events: [...events, newEvent('order/refunded', { orderId, returnId })],
    })
    if (!moved.moved) throw new Error('the order moved while its row was locked')
    await closePassed(tx, { orderId, kinds: ['parcel-lost', 'parcel-refused', 'shipping-late'] })
    return { outcome: 'done', result: { finished: true, version: moved.version } }
  },
}
