import { putNotificationAwayInput } from '@makegood/core/messages/inputs'
import { putNotificationAway as putAway } from '@makegood/db/notification/put-notification-away'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Takes a failed message that nobody has to be told of any more from the list, by an operator whose name and reason are kept. */
export const putNotificationAway = operatorProcedure('notification.retry')
  .input(putNotificationAwayInput)
  .output(z.object({ notificationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await putAway(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { notificationId: input.notificationId }
  })
