import { listNotificationsInput } from '@makegood/core/messages/inputs'
import { notificationPageSchema } from '@makegood/core/messages/views'
import { listNotifications as readPage } from '@makegood/db/notification/list-notifications'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of messages to shoppers, the failed ones by their state, for operators. */
export const listNotifications = operatorProcedure('notification.read')
  .input(listNotificationsInput)
  .output(notificationPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))
