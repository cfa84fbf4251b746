import { resendMessageInput } from '@makegood/core/order/order-act-inputs'
import { resendMessage as resend } from '@makegood/db/notification/resend-message'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Sends a message that went out before once more, within the minute. */
export const resendMessage = operatorProcedure('notification.retry')
  .input(resendMessageInput)
  .output(z.object({ notificationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await resend(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { notificationId: input.newNotificationId }
  })
