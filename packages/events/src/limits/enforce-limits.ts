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

/** A run that is woken too early, or whose limits were put off, sleeps again; what is open after this often is the job's. */
const sleepsMax = 4

/** Engines may keep times to the second: the next whole one, so that none wakes before the limit is due. */
const wakeTime = (due: Date | null): string | null =>
  due && new Date(Math.ceil(due.getTime() / 1000) * 1000).toISOString()

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
      const findDue = async () => wakeTime(await findLastDue(deps.db, orderIds, kinds))
      let due = await step.run('find-due', findDue)
      for (let sleep = 1; due !== null && sleep <= sleepsMax; sleep += 1) {
        await step.sleepUntil(`until-due-${sleep}`, due)
        due = await step.run(`enforce-${sleep}`, async () => {
          await enforceDueLimits(deps)
          return findDue()
        })
      }
    },
  )
