import { releasePaymentLock, takePaymentLock } from '@makegood/db/redis/payment-lock'
import type { Deps } from '../../saga/deps.ts'
import { messageOf } from '../../saga/retry-schedule.ts'
import type { SagaLock } from '../../saga/saga-definition.ts'
import type { PayOrderData } from './pay-order-data.ts'

/**
 * The Redis lock `payment:order:{id}`. Without Redis the payment goes on: the lock only keeps two from working side by
 * side, the database keeps them apart.
 */
export const paymentLock = ({ redis, logger }: Deps): SagaLock<PayOrderData> => ({
  async take({ saga, data }) {
    try {
      return await takePaymentLock(redis, data.orderId, saga.id)
    } catch (error) {
      logger.warn({ sagaId: saga.id, error: messageOf(error) }, 'Redis is away: going on without the payment lock')
      return true
    }
  },
  async release({ saga, data }) {
    try {
      await releasePaymentLock(redis, data.orderId, saga.id)
    } catch (error) {
      logger.warn({ sagaId: saga.id, error: messageOf(error) }, 'Redis is away: the payment lock runs out by itself')
    }
  },
})
