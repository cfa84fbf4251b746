import { rollUpSales as rollUp } from '@makegood/db/today/roll-up-sales'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** As many days of a shop's past as one run takes in. */
const roundsMax = 100

/** Each minute: the figures that Today shows, brought up to now from the orders themselves. */
export const rollUpSales = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'roll-up-sales',
    at: '* * * * *',
    alone: true,
    work: async step => {
      for (let round = 1; round <= roundsMax; round += 1) {
        const { more } = await step.run(`roll-up-${round}`, async () => ({ more: (await rollUp(deps.db)).more }))
        if (!more) return { rounds: round }
      }
      return { rounds: roundsMax }
    },
  })
