import { releasePaymentLock, takePaymentLock } from '@makegood/db/redis/payment-lock'
import type { Inngest } from 'inngest'
import { shopEvent } from '../../event-types.ts'
import { createParticipants } from '../../participants/index.ts'
import type { Deps } from '../../saga/deps.ts'
import { reportSagaFailure } from '../../saga/report-saga-failure.ts'
import { messageOf, toRetries } from '../../saga/retry-schedule.ts'
import { createSagaRun, type ForwardResult } from '../../saga/run-saga.ts'
import { confirmOrderStep } from './confirm-order.ts'
import { markPaidStep } from './mark-paid.ts'
import type { PayOrderData } from './pay-order-data.ts'
import { putOrderBackStep } from './put-order-back.ts'

/**
 * Pays an order: stage processing, stage payment, then PAID and CONFIRMED. Where a stage cannot go on, everything this
 * attempt did is undone in reverse and the order is put back to be paid again. One saga for each payment attempt.
 */
export const payOrder = (inngest: Inngest, deps: Deps) => {
  const participants = createParticipants(deps)
  const processing = participants.filter(participant => participant.stage === 'processing')
  const payment = participants.filter(participant => participant.stage === 'payment')

  return inngest.createFunction(
    {
      id: 'pay-order',
      triggers: [shopEvent('order/payment.requested')],
      retries: toRetries(deps.policy.stepAttempts),
      onFailure: reportSagaFailure(deps, ({ paymentId }) => `pay-order:${paymentId}`),
    },
    async ({ event, step, attempt }) => {
      const { orderId, paymentId, correlationId } = event.data
      const saga = { id: `pay-order:${paymentId}`, name: 'pay-order', orderId, correlationId }
      const run = createSagaRun<PayOrderData>(deps, { step, attempt }, saga, { orderId, paymentId })

      const locked = await takeLock(run, deps, orderId, saga.id)
      const processed = locked.ok ? await run.forward(processing) : locked
      const paid = processed.ok ? await run.forward([...payment, markPaidStep]) : processed

      if (paid.ok) {
        const confirmed = await run.forward([confirmOrderStep])
        if (!confirmed.ok) await run.raise('confirm-order', 'step-failed', JSON.stringify(confirmed.refusal))
        await run.end(confirmed.ok ? 'COMPLETED' : 'NEEDS_ATTENTION')
      } else {
        const { undone } = await run.unwind()
        // An order whose charge may still stand must not be offered for payment again: a person decides.
        const putBack = undone
          ? await run.forward([putOrderBackStep(paid.refusal, processed.ok ? 'payment' : 'processing')])
          : null
        if (putBack && !putBack.ok) await run.raise('put-order-back', 'step-failed', JSON.stringify(putBack.refusal))
        await run.end(putBack?.ok ? 'UNDONE' : 'NEEDS_ATTENTION')
      }
      await run.tried('release-payment-lock', () => releaseLock(deps, orderId, saga.id))
      return { orderId, paymentId, paid: paid.ok }
    },
  )
}

const takeLock = async (
  run: Pick<ReturnType<typeof createSagaRun>, 'tried'>,
  deps: Deps,
  orderId: string,
  token: string,
): Promise<ForwardResult> => {
  try {
    await run.tried('lock-payment', async () => {
      if (!(await tryTakingLock(deps, orderId, token))) throw new Error('another payment of this order holds the lock')
    })
    return { ok: true }
  } catch (error) {
    return { ok: false, refusal: { reason: 'payment-in-progress', error: messageOf(error) } }
  }
}

/** Without Redis the payment goes on: the lock only keeps two from working side by side, the database keeps them apart. */
const tryTakingLock = async (deps: Deps, orderId: string, token: string): Promise<boolean> => {
  try {
    return await takePaymentLock(deps.redis, orderId, token)
  } catch (error) {
    deps.logger.warn({ sagaId: token, error: messageOf(error) }, 'Redis is away: going on without the payment lock')
    return true
  }
}

const releaseLock = async (deps: Deps, orderId: string, token: string): Promise<void> => {
  try {
    await releasePaymentLock(deps.redis, orderId, token)
  } catch (error) {
    deps.logger.warn({ sagaId: token, error: messageOf(error) }, 'Redis is away: the payment lock runs out by itself')
  }
}
