import { findLastDue } from '@makegood/db/limit/list-due-limits'
import type { Inngest } from 'inngest'
import { shopEvent } from '../event-types.ts'
import type { Deps } from '../saga/deps.ts'
import { enforceDueLimits } from './enforce-due-limits.ts'

/** The events with which a limit begins, or begins to count again, and its kind. */
const begins = {
  'stock/reserved': 'reservation',
  'payment/failed': 'reservation',
  'order/payment.requested': 'payment',
  'payment/completed': 'confirmation',
  'order/confirmed': 'shipping-start',
  'shipping/delivered': 'completion',
} as const

const names = Object.keys(begins) as (keyof typeof begins)[]

type BegunEvent = { readonly name: keyof typeof begins; readonly data: { readonly orderId: string } }

/**
 * Sleeps until the limits that began within the same second are due, and enforces what is due then. One run for each second
 * and kind, however many orders there are; what a lost run leaves is enforced by the job.
 */
export const enforceLimits = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction(
    {
      id: 'enforce-limits',
      triggers: names.map(name => shopEvent(name)),
      batchEvents: { maxSize: 100, timeout: '1s', key: 'event.name' },
      retries: 4,
    },
    async ({ events, step }) => {
      const begun = events as unknown as readonly BegunEvent[]
      const orderIds = [...new Set(begun.map(event => event.data.orderId))]
      const kinds = [...new Set(begun.map(event => begins[event.name]))]
      const due = await step.run(
        'find-due',
        async () => (await findLastDue(deps.db, orderIds, kinds))?.toISOString() ?? null,
      )
      if (due === null) return { enforced: 0, failed: 0 }
      await step.sleepUntil('until-due', due)
      return await step.run('enforce', () => enforceDueLimits(deps))
    },
  )
