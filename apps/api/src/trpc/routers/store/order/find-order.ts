import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { findOrderInput } from '@makegood/core/order/link-inputs'
import { requestOrderLink } from '@makegood/db/order/request-order-link'
import { z } from 'zod'
import { addressKey } from '../../../../http/address-key.ts'
import { publicProcedure } from '../../../trpc.ts'

/** Longer than the work takes, so that the time of an answer does not tell what was found. */
const answerAfterMs = 300

/**
 * Sends the way to an order to the order's own e-mail. The answer is the same whatever was found, and so is its time;
 * guesses are counted by address and by the number that is guessed at.
 */
export const findOrder = publicProcedure
  .input(findOrderInput)
  .output(z.object({ taken: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const number = createHash('sha256').update(input.number).digest('hex')
    await ctx.api.limits.consume('mailLink', [
      { width: 'own', key: `ip:${addressKey(ctx.address)}` },
      { width: 'own', key: `order:${number}` },
    ])
    const [{ asked }] = await Promise.all([requestOrderLink(ctx.api.db, input), sleep(answerAfterMs)])
    if (asked) ctx.api.outbox.nudge()
    return { taken: true }
  })
