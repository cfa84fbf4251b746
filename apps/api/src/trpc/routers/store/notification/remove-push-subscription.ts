import { removePushSubscriptionInput } from '@makegood/core/messages/inputs'
import { removePushSubscription as forgetSubscription } from '@makegood/db/notification/push-subscriptions'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Forgets a browser of the caller; one that is not theirs, or not known, is left as it is. */
export const removePushSubscription = signedInRushProcedure
  .input(removePushSubscriptionInput)
  .output(z.object({ removed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await forgetSubscription(ctx.api.db, ctx.user.id, input.endpoint)
    return { removed: true }
  })
