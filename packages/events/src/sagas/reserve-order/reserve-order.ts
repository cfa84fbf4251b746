import type { ShortLine } from '@makegood/core/stock/find-short-lines'
import type { Inngest } from 'inngest'
import { shopEvent } from '../../event-types.ts'
import type { Deps } from '../../saga/deps.ts'
import { reportSagaFailure } from '../../saga/report-saga-failure.ts'
import { toRetries } from '../../saga/retry-schedule.ts'
import { createSagaRun } from '../../saga/run-saga.ts'
import { cancelUnreservedOrderStep } from './cancel-unreserved-order.ts'
import { reserveStockStep } from './reserve-stock.ts'

export type ReserveOrderData = { readonly orderId: string }

/** Puts an order's stock aside, or cancels the order with every short line named. One saga for each order. */
export const reserveOrder = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction(
    {
      id: 'reserve-order',
      triggers: [shopEvent('order/created')],
      retries: toRetries(deps.policy.stepAttempts),
      onFailure: reportSagaFailure(deps, ({ orderId }) => `reserve-order:${orderId}`),
    },
    async ({ event, step, attempt }) => {
      const { orderId, correlationId } = event.data
      const saga = { id: `reserve-order:${orderId}`, name: 'reserve-order', orderId, correlationId }
      const run = createSagaRun<ReserveOrderData>(deps, { step, attempt }, saga, { orderId })

      const reserved = await run.forward([reserveStockStep(deps.policy)])
      if (reserved.ok) {
        await run.end('COMPLETED')
        return { orderId, reserved: true }
      }
      const shortLines = (reserved.refusal.shortLines ?? []) as readonly ShortLine[]
      const cancelled = await run.forward([cancelUnreservedOrderStep(reserved.refusal.reason, shortLines)])
      if (!cancelled.ok) await run.raise('cancel-unreserved-order', 'step-failed', JSON.stringify(cancelled.refusal))
      await run.end(cancelled.ok ? 'UNDONE' : 'NEEDS_ATTENTION')
      return { orderId, reserved: false }
    },
  )
