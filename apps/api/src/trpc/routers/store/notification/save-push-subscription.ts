import { isPushEndpoint } from '@makegood/adapters/notify/push-endpoint'
import { DomainError } from '@makegood/core/errors'
import { savePushSubscriptionInput } from '@makegood/core/messages/inputs'
import { inTransaction } from '@makegood/db/client'
import { savePushSubscription as keepSubscription } from '@makegood/db/notification/push-subscriptions'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Remembers a browser of the caller that said yes to notifications; only one whose push service is known. */
export const savePushSubscription = signedInRushProcedure
  .input(savePushSubscriptionInput)
  .output(z.object({ saved: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    if (!isPushEndpoint(input.endpoint, ctx.api.env.PUSH_SERVICE_ORIGINS))
      throw new DomainError('invalid-input', 'no push service is known there', { reason: 'push-service-unknown' })
    await inTransaction(ctx.api.db, tx => keepSubscription(tx, { ...input, userId: ctx.user.id }))
    return { saved: true }
  })
