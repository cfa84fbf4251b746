import type { Db } from '@makegood/db/client'
import { removeDelivered } from '@makegood/db/data-delivery/remove-delivered'
import { removeSettledLimits } from '@makegood/db/limit/remove-settled-limits'
import { removeSentEvents } from '@makegood/db/outbox/remove-sent-events'
import { removeToldRequests } from '@makegood/db/restock/remove-told-requests'
import { removeHandledWebhooks } from '@makegood/db/webhook/remove-handled-webhooks'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** What is only needed until it is done. History, audit and ledger are not here: they are kept for good. */
const removers = {
  events: removeSentEvents,
  webhooks: removeHandledWebhooks,
  limits: removeSettledLimits,
  deliveries: removeDelivered,
  restockRequests: removeToldRequests,
} as const satisfies Record<string, (db: Db, before: Date, limit: number) => Promise<number>>

type Kind = keyof typeof removers

const sliceMax = 5000
const roundMs = 5000
const roundsMax = 60

/** Each hour: rows that are done with and older than policy says, in slices, so that no statement holds anybody up. */
export const removeOldRows = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'remove-old-rows',
    at: '17 * * * *',
    alone: true,
    work: async step => {
      const removed: Record<string, number> = {}
      for (const kind of Object.keys(removers) as Kind[]) {
        removed[kind] = 0
        for (let round = 1; round <= roundsMax; round += 1) {
          const { rows, more } = await step.run(`${kind}-${round}`, () => removeOld(deps, kind))
          removed[kind] += rows
          if (!more) break
        }
      }
      return removed
    },
  })

/** Removes what is too old of one kind, for five seconds at most, and answers whether there is more. */
export const removeOld = async (
  { db, policy }: Pick<Deps, 'db' | 'policy'>,
  kind: Kind,
  slice = sliceMax,
): Promise<{ readonly rows: number; readonly more: boolean }> => {
  const before = new Date(Date.now() - policy.retentionSeconds * 1000)
  const until = Date.now() + roundMs
  for (let rows = 0; ; ) {
    const removed = await removers[kind](db, before, slice)
    rows += removed
    if (removed < slice) return { rows, more: false }
    if (Date.now() >= until) return { rows, more: true }
  }
}
