import { retryNotificationInput } from '@makegood/core/messages/inputs'
import { retryNotification as retry } from '@makegood/db/notification/retry-notification'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Has a failed message tried again within the minute, by an operator whose name and reason are kept. */
export const retryNotification = operatorProcedure('notification.retry')
  .input(retryNotificationInput)
  .output(z.object({ notificationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await retry(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { notificationId: input.notificationId }
  })
