import { router } from '../../../trpc.ts'
import { listNotifications } from './list-notifications.ts'
import { putNotificationAway } from './put-notification-away.ts'
import { resendMessage } from './resend-message.ts'
import { retryNotification } from './retry-notification.ts'

export const notificationRouter = router({
  list: listNotifications,
  retry: retryNotification,
  resend: resendMessage,
  putAway: putNotificationAway,
})
